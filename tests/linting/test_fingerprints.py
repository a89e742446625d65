"""Names of findings that survive edits elsewhere."""

from __future__ import annotations

from medlint.linting.fingerprints import distinct, fingerprint


def test_it_is_16_hex_digits_of_the_code_the_sentence_and_the_records():
    mark = fingerprint("OVS101", "It cures.", ["ev-a"])
    assert len(mark) == 16
    assert int(mark, 16) >= 0
    changed = [("OVS102", "It cures.", ["ev-a"]), ("OVS101", "It heals.", ["ev-a"]), ("OVS101", "It cures.", ["ev-b"])]
    assert mark not in {fingerprint(*parts) for parts in changed}


def test_case_spacing_and_the_order_of_records_do_not_change_it():
    assert fingerprint("A", "It  CURES\nall.", ["x", "y"]) == fingerprint("A", "it cures all.", ["y", "x"])


def test_parts_do_not_run_into_one_another():
    assert fingerprint("A", "b", ["c", "d"]) != fingerprint("A", "b", ["cd"])


def test_findings_that_agree_in_everything_are_counted():
    one, other, repeated = distinct([("A", "x", ()), ("B", "x", ()), ("A", "x", ())])
    assert len({one, other, repeated}) == 3
    assert one == fingerprint("A", "x", ())


def test_a_finding_keeps_its_name_when_another_is_added_before_it():
    before = list(distinct([("A", "x", ()), ("B", "y", ())]))
    after = list(distinct([("C", "z", ()), ("A", "x", ()), ("B", "y", ())]))
    assert after[1:] == before
