from medlint.linting.findings import FileReport, Report
from medlint.reporting.options import Options
from medlint.reporting.summary import summary


def test_it_counts_files_findings_sentences_and_claims(make_report):
    assert summary(make_report(), Options()) == (
        "1 file checked: 0 errors, 1 warning, 0 info. 3 sentences, 2 claims: 1 covered by the database, 1 not."
    )


def test_a_file_that_could_not_be_checked_is_not_counted_as_checked(make_report, failed):
    report = Report((*make_report().files, failed), "0.1.0")
    assert summary(report, Options()).startswith("1 file checked, 1 could not be: ")


def test_without_claims_it_does_not_speak_of_the_database():
    report = Report((FileReport("page.md", sentences=1),), "0.1.0")
    assert summary(report, Options()) == "1 file checked: 0 errors, 0 warnings, 0 info. 1 sentence, 0 claims."
