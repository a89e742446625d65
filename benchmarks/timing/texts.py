"""Made-up articles that differ from one another, the same for the same seed, and articles made longer."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import yaml

_DATA = Path(__file__).with_name("sentences.yaml")
_PARAGRAPH = 5  # sentences
_ABOUT_TREATMENTS = 1 / 6  # share of the sentences
_CHANGED = 0.1  # share of the words of a varied copy that are others
_TOKEN = re.compile(r"\d+|[a-z]{4,}")


@cache
def _data() -> Mapping[str, Sequence[str]]:
    content: Mapping[str, Sequence[str]] = yaml.safe_load(_DATA.read_text(encoding="utf-8"))
    return content


def sentences(chance: random.Random) -> Iterator[str]:
    """Sentences without end."""
    data = _data()
    while True:
        words = {name: chance.choice(data[f"{name}s"]) for name in ("treatment", "condition")}
        words["people"] = chance.choice(data["people"])
        capitals = {name.title(): word[0].upper() + word[1:] for name, word in words.items()}
        kind = "about_treatments" if chance.random() < _ABOUT_TREATMENTS else "plain"
        yield chance.choice(data[kind]).format(**words, **capitals, number=chance.randrange(2, 400))


def article(seed: int, size: int) -> str:
    """A Markdown article of about `size` characters: a heading, and paragraphs of five sentences."""
    chance = random.Random(seed)
    made = sentences(chance)
    text = f"# {next(made).rstrip('.')}\n"
    while len(text) < size:
        text += f"\n{' '.join(next(made) for _ in range(_PARAGRAPH))}\n"
    return text


def varied(text: str, copy: int) -> str:
    """The text with other figures, and a tenth of its longer words changed for others of its own."""
    chance = random.Random(copy)
    words = sorted(set(re.findall(r"[a-z]{4,}", text)))

    def other(match: re.Match[str]) -> str:
        if match[0].isdigit():
            return str(chance.randrange(1, 10 ** min(len(match[0]), 6)))
        return chance.choice(words) if chance.random() < _CHANGED else match[0]

    return _TOKEN.sub(other, text)


def write_articles(folder: Path, count: int, size: int) -> int:
    """Write as many articles, all different, in folders of 500; how many words they have."""
    total = 0
    for number in range(count):
        part = folder / f"{number // 500:03}"
        part.mkdir(parents=True, exist_ok=True)
        text = article(number, size)
        (part / f"{number:05}.md").write_text(text, encoding="utf-8")
        total += words_in(text)
    return total


def words_in(text: str) -> int:
    """How many words a text has, as `wc -w` counts them."""
    return len(text.split())
