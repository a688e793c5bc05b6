"""Texts to claims with the shipped rules, for the tests of stance."""

from collections.abc import Callable

import pytest

from claims.actors import Lexicon, attributions, cast, read_lexicon
from claims.model import Block, BlockKind, Claim, Document, Span
from claims.packs import Packs, read_packs
from claims.parse import Parsed, parse
from claims.shipped import shipped
from claims.speech import Cues, read_cues, statements
from claims.stance import classify

Claims = Callable[..., list[Claim]]


@pytest.fixture(scope="session")
def packs() -> Packs:
    return read_packs()


@pytest.fixture(scope="session")
def cues() -> Cues:
    return read_cues()


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return read_lexicon([shipped("rules") / "lexicon"])


def parsed_of(*paragraphs: str, kinds: tuple[BlockKind, ...] = ()) -> Parsed:
    """Parse paragraphs of given kinds (body, if none is given) as one document."""
    blocks, start = [], 0
    for place, words in enumerate(paragraphs):
        kind = kinds[place] if kinds else BlockKind.BODY
        blocks.append(Block(kind=kind, span=Span(start, start + len(words))))
        start += len(words) + 1
    document = Document(id="test", text="\n".join(paragraphs), blocks=tuple(blocks))
    return next(iter(parse([document])))


@pytest.fixture(scope="session")
def claims(packs: Packs, cues: Cues, lexicon: Lexicon) -> Claims:
    def found(*paragraphs: str, kinds: tuple[BlockKind, ...] = ()) -> list[Claim]:
        parsed = parsed_of(*paragraphs, kinds=kinds)
        said = statements(parsed, cues)
        actors = cast(parsed, said, lexicon)
        return classify(parsed, attributions(parsed, said, actors), actors, packs)

    return found
