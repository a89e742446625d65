"""What a configuration file may say. The JSON Schema that editors complete from is made of these models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from medlint.linting.findings import Confidence, Severity

Text = Annotated[str, Field(min_length=1)]
Texts = tuple[Text, ...]


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class Settable(BaseModel):
    """What holds for one article, wherever it is said. A key that is not set is `None`."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=_kebab, populate_by_name=True)

    profile: Text | None = Field(None, description="A named set of rules and severities, such as 'patient'.")
    jurisdiction: Text | None = Field(None, description="A named set of rules and severities for one country's law.")
    select: Texts | None = Field(None, description="Only these rules run: codes, prefixes, names, families.")
    ignore: Texts | None = Field(None, description="These rules do not run.")
    extend_select: Texts | None = Field(None, description="Rules that run besides those selected. Adds up.")
    extend_ignore: Texts | None = Field(None, description="Rules that do not run besides those ignored. Adds up.")
    severity: dict[str, Severity] | None = Field(
        None, description="The severity of rules, by code, prefix, name or family; the narrowest counts."
    )
    confidence: Confidence | None = Field(None, description="Findings less sure than this are not shown.")
    mandatory: Texts | None = Field(
        None, description="Rules that run always and cannot be ignored, suppressed or put in a baseline. Adds up."
    )
    review_months: int | None = Field(None, ge=1, le=600, description="Months after which a page's review is overdue.")
    home: Texts | None = Field(None, description="Jurisdictions whose guidelines and regulators are named first.")
    max_file_size: int | None = Field(None, ge=1, description="Bytes; a larger file is an error.")
    max_block_length: int | None = Field(None, ge=1, description="Characters; a file with a longer block is an error.")
    max_blocks: int | None = Field(
        None, ge=1, description="A file with more paragraphs, headings, items and cells is an error."
    )
    max_segments: int | None = Field(
        None, ge=1, description="A file that markup, line ends and wide spaces part into more pieces is an error."
    )
    max_words: int | None = Field(None, ge=1, description="A file with more words and punctuation marks is an error.")
    max_sentences: int | None = Field(None, ge=1, description="A file with more sentences is an error.")
    max_names: int | None = Field(
        None, ge=1, description="A file that names treatments, conditions and the like more often is an error."
    )
    max_claims: int | None = Field(None, ge=1, description="A file with more claims or disclosures is an error.")
    max_findings: int | None = Field(None, ge=1, description="A file with more findings or notes is an error.")
    max_seconds: float | None = Field(None, gt=0, description="Seconds; a file that takes longer is an error.")


class Override(Settable):
    """What holds for the articles whose path matches one of `files`."""

    files: Annotated[Texts, Field(min_length=1, description="Globs as in .gitignore, from the file's own folder.")]


class Config(Settable):
    """A configuration file."""

    extend: Text | Texts | None = Field(None, description="Files that this one builds on, the first the deepest.")
    fail_on: Literal["error", "warning", "info", "never"] | None = Field(
        None, description="The severity from which on a run exits with 1."
    )
    claims_db: Texts | None = Field(None, description="Folders of records read beside the shipped ones.")
    rules: Texts | None = Field(None, description="Folders of rules read beside the shipped ones.")
    exclude: Texts | None = Field(None, description="Globs of files that are not linted. Adds up.")
    include: Texts | None = Field(None, description="Globs: of the files in a folder only these are linted.")
    gitignore: bool | None = Field(None, description="Whether files that git ignores are left out of folders.")
    baseline: Text | None = Field(None, description="The file of findings that are known and not reported.")
    overrides: tuple[Override, ...] = Field((), description="Other settings for some of the files.")
