"""A small stage for sentences: the shipped lexicon, real statements, one document."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from claims.actors import Cast, Lexicon, attributions, cast, read_lexicon
from claims.model import Actor, Attribution, Document
from claims.parse import Parsed, parse
from claims.read import blocks
from claims.speech import read_cues, statements

RULES = Path(__file__).parents[2] / "rules" / "lexicon"


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return read_lexicon([RULES])


@dataclass(frozen=True)
class Stage:
    """A parsed text with its cast."""

    parsed: Parsed
    cast: Cast
    attributions: tuple[Attribution, ...]

    def at(self, word: str) -> tuple[Actor, ...]:
        """Return whom a word of the text denotes; "he#2" is the second "he"."""
        word, _, number = word.partition("#")
        seen = 0
        for passage in self.parsed.passages:
            for token in passage.doc:
                if token.text == word:
                    seen += 1
                    if seen == int(number or 1):
                        return self.cast.at(passage, token)
        raise AssertionError(f"no word {word!r} in the text")

    def states(self, word: str) -> list[str | None]:
        """Return the states a word speaks for."""
        return [actor.country for actor in self.at(word)]

    def names(self, word: str) -> list[str]:
        """Return the names a word denotes."""
        return [actor.name for actor in self.at(word)]


@pytest.fixture(scope="session")
def stage(lexicon: Lexicon) -> Callable[..., Stage]:
    cues = read_cues()

    def build(text: str, published: date | None = date(2013, 6, 9)) -> Stage:
        document = Document(id="test", text=text, blocks=blocks(text), published=published)
        parsed = next(iter(parse([document])))
        found = statements(parsed, cues)
        who = cast(parsed, found, lexicon)
        return Stage(parsed, who, attributions(parsed, found, who))

    return build
