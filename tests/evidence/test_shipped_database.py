"""The database that medlint ships."""

from __future__ import annotations

from datetime import date

import pytest

from medlint.evidence.checking import check
from medlint.evidence.coverage import coverage
from medlint.evidence.loading import load_database

RELEASED = date(2026, 11, 21)

INTERVENTIONS = [
    "epidural-steroid-injection",
    "epidural-interlaminar",
    "epidural-transforaminal",
    "epidural-caudal",
    "facet-joint-injection",
    "medial-branch-block",
    "diagnostic-medial-branch-block",
    "radiofrequency-ablation",
    "sacroiliac-radiofrequency-ablation",
    "dorsal-root-ganglion-radiofrequency",
    "sacroiliac-joint-injection",
    "trigger-point-injection",
    "intramuscular-injection",
    "prp-injection",
    "stem-cell-therapy",
    "regenerative-therapy",
    "laser-disc-decompression",
    "endoscopic-discectomy",
    "discectomy",
    "interspinous-spacer",
    "interspinous-fusion-device",
    "spinal-fusion",
    "decompression-surgery",
    "kyphoplasty",
    "vertebroplasty",
    "spinal-cord-stimulation",
    "intradiscal-injection",
    "prolotherapy",
    "botulinum-toxin",
    "ozone-injection",
    "epidural-adhesiolysis",
    "basivertebral-nerve-ablation",
    "traction",
    "image-guidance",
]


@pytest.fixture(scope="module")
def rows():
    return {row.intervention: row for row in coverage(load_database()).rows}


def test_it_is_clean_on_the_day_of_its_release():
    assert check((), RELEASED) == ()


@pytest.mark.parametrize("intervention", INTERVENTIONS)
def test_every_intervention_of_the_field_has_advice_or_a_stated_gap_harms_wording_and_lay_names(rows, intervention):
    counts = rows[intervention].counts
    held = {kind for kind, count in counts.items() if count.own or count.broader}
    assert held & {"recommendations", "no_recommendation"}
    assert {"harms", "wording"} <= held
    assert rows[intervention].lay_names
