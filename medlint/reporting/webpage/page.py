"""The page: head, summary, filters, every file, and what the verdicts rest on. It asks nothing of the network."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files

from medlint.documents.leftout import told
from medlint.linting.findings import FileReport, Report, Severity
from medlint.reporting.markup import escape
from medlint.reporting.options import Options
from medlint.reporting.paths import relative
from medlint.reporting.summary import summary
from medlint.reporting.webpage.article import article
from medlint.reporting.webpage.cards import plain_cards
from medlint.reporting.webpage.filters import filters

_FACTS = (("risk", "Risks told"), ("conservative_care", "Conservative care"), ("limits", "Limits of benefit"))


def page(report: Report, encoding: str) -> Iterator[str]:
    """The whole page, piece by piece."""
    yield from _head()
    yield '<body>\n<a class="skip" href="#report">Skip to the report</a>\n<header>\n<h1>medlint report</h1>\n'
    yield f"<p>{escape(summary(report, Options()), encoding)}</p>\n</header>\n"
    if report.count(Severity.ERROR) + report.count(Severity.WARNING) + report.count(Severity.INFO):
        yield from filters(report, encoding)
    yield '<main id="report">\n'
    if len(report.files) > 1:
        yield from _contents(report, encoding)
    for number, file in enumerate(report.files):
        yield from _file(file, number, encoding)
    yield f"</main>\n<footer>{_made_with(report, encoding)}</footer>\n</body>\n</html>\n"


@cache
def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _head() -> Iterator[str]:
    style, script = _asset("style.css"), _asset("filter.js")
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    # Whatever an article holds, the browser runs this script alone and fetches nothing.
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'"
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}; form-action \'none\'">\n'
    yield f'<title>medlint report</title>\n<style>{style}</style>\n<script type="module">{script}</script>\n</head>\n'


def _contents(report: Report, encoding: str) -> Iterator[str]:
    yield '<nav aria-label="Files">\n<ul>\n'
    for number, file in enumerate(report.files):
        link = f'<a href="#file-{number + 1}">{escape(relative(file.path), encoding)}</a>'
        yield f"<li>{link} <span>{_outcome(file)}{_by_severity(file)}</span></li>\n"
    yield "</ul>\n</nav>\n"


def _outcome(file: FileReport) -> str:
    if file.error is not None:
        return "not checked"
    return f"{len(file.findings)} finding{'' if len(file.findings) == 1 else 's'}" if file.findings else "no findings"


def _by_severity(file: FileReport) -> str:
    counts = Counter(finding.severity for finding in file.findings)
    told = (f"{counts[severity]} {severity}" for severity in Severity if counts[severity])
    return f" ({', '.join(told)})" if file.findings and file.error is None else ""


def _file(file: FileReport, number: int, encoding: str) -> Iterator[str]:
    heading = f"file-{number + 1}"
    yield f'<section aria-labelledby="{heading}">\n<h2 id="{heading}">{escape(relative(file.path), encoding)}</h2>\n'
    yield f'<p class="facts">{_outcome(file).capitalize()}{_facts(file)}</p>\n'
    if file.left_out:
        yield f'<p class="left-out">Not read: {escape(told(file.left_out), encoding)}</p>\n'
    if file.error is not None:
        yield f'<p class="failure">{escape(file.error, encoding)}</p>\n'
    if file.findings:
        yield from article(file, number, encoding)
    if file.suppressed:
        yield f"<details>\n<summary>Suppressed findings ({len(file.suppressed)})</summary>\n"
        yield from plain_cards(file.suppressed, encoding)
        yield "</details>\n"
    yield "</section>\n"


def _facts(file: FileReport) -> str:
    if file.article is None:
        return ""
    return "".join(f" &middot; {label}: {getattr(file.article, name)}" for name, label in _FACTS)


def _made_with(report: Report, encoding: str) -> str:
    data = ", ".join(f"{name} {data.version} ({data.digest})" for name, data in report.data.items())
    text = f"medlint {report.tool_version}" + (f" with {data}" if data else "")
    return f"<p>{escape(text, encoding)}. It judges what is written, advises no patient, and rewrites nothing.</p>"
