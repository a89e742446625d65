"""Files in: what is read, and the one clear line for what cannot be."""

import os
import sys

import pytest

from medlint.documents import decoding
from medlint.documents.decoding import content_of, decode, format_of
from medlint.documents.position import Format
from medlint.documents.reading import parse, read_document
from medlint.errors import DocumentError

TEXT = "Café scans are kind.\n"


@pytest.fixture
def file(tmp_path):
    def write(content, name="page.md"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("a.md", Format.MARKDOWN),
        ("a.MARKDOWN", Format.MARKDOWN),
        ("a.html", Format.HTML),
        ("a.htm", Format.HTML),
        ("a.xhtml", Format.HTML),
        ("a.txt", Format.TEXT),
        ("a.text", Format.TEXT),
        ("a.docx", None),
        ("README", None),
    ],
)
def test_the_format_is_told_by_the_suffix(tmp_path, name, format):
    assert format_of(tmp_path / name) is format


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_utf_8_and_marked_utf_16_are_read_and_the_mark_is_not_counted(file, encoding):
    document = read_document(file(TEXT.encode(encoding)))
    assert document.source == TEXT
    assert document.blocks[0].source_span(0, 4) == (0, 4)


def test_big_endian_utf_16_is_read(file):
    assert read_document(file(b"\xfe\xff" + TEXT.encode("utf-16-be"))).source == TEXT


def test_an_empty_file_is_a_document_without_blocks(file):
    document = read_document(file(b""))
    assert (document.blocks, document.source) == ((), "")


def test_a_file_with_an_unknown_suffix_is_plain_text(file):
    assert read_document(file(b"# no heading here, as it ends.", "page.rst")).format is Format.TEXT


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"caf\xe9 au lait", "not UTF-8 text: cannot decode byte 3"),
        (b"\xef\xbb\xbfcaf\xe9", "not UTF-8 text: cannot decode byte 6"),
        (b"GIF89\x00\xff\xfe", "binary file: cannot decode byte 6"),
        (b"text\x00text", "binary file: byte 4 is zero"),
        (b"\xff\xfea", "not UTF-16-LE text: cannot decode byte 2"),
    ],
)
def test_what_is_not_text_is_an_error_that_names_the_byte(file, content, problem):
    path = file(content)
    with pytest.raises(DocumentError) as error:
        read_document(path)
    assert str(error.value) == f"{path}: {problem}"


def test_a_file_over_the_limit_is_an_error_that_names_the_limit(file):
    with pytest.raises(DocumentError, match=r"larger than the limit of 10,000,000 bytes \(max-file-size\)"):
        read_document(file(b"a" * (decoding.LARGEST + 1)))
    with pytest.raises(DocumentError, match="larger than the limit of 5 bytes"):
        decode(b"a" * 6, "<stdin>", most=5)


def test_a_missing_file_and_a_folder_are_errors(tmp_path):
    with pytest.raises(DocumentError, match=r"absent\.md: no such file or folder$"):
        read_document(tmp_path / "absent.md")
    with pytest.raises(DocumentError, match=r"is a folder, not a file$"):
        read_document(tmp_path)


@pytest.mark.skipif(sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_an_unreadable_file_is_an_error(file):
    path = file(b"text")
    path.chmod(0)
    with pytest.raises(DocumentError, match=r"cannot be read: Permission denied$"):
        read_document(path)


def test_a_name_that_no_file_can_have_is_an_error(tmp_path):
    with pytest.raises(DocumentError, match="cannot be read"):
        read_document(tmp_path / "a\0b.md")


def test_every_error_is_one_line(file, tmp_path):
    for path in (file(b"\x00"), file(b"\xff"), tmp_path, tmp_path / "absent"):
        with pytest.raises(DocumentError) as error:
            read_document(path)
        assert "\n" not in str(error.value)


def test_a_document_knows_its_path_and_format(file):
    path = file(b"<p>Hello</p>", "a.html")
    assert (read_document(path).path, read_document(path).format) == (str(path), Format.HTML)
    assert parse("x", Format.TEXT).path == "<text>"


@pytest.mark.parametrize("size", [0, 5, 65_535, 65_536, 65_537, 200_000])
def test_a_file_is_read_whole_whatever_its_length(tmp_path, size):
    page = tmp_path / "page.txt"
    page.write_bytes(bytes(65 + place % 26 for place in range(size)))
    assert content_of(page) == page.read_bytes()


@pytest.mark.parametrize("most", [3, 65_535, 65_536, 70_000])
def test_of_a_file_beyond_the_limit_one_byte_too_many_is_read(tmp_path, most):
    page = tmp_path / "page.txt"
    page.write_bytes(b"a" * 100_000)
    assert len(content_of(page, most)) == most + 1
