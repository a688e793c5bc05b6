"""Who speaks, and for whom: persons, offices, states, and what stands for them in a text."""

from claims.actors.attribution import attributions
from claims.actors.casting import Cast, Mention, cast
from claims.actors.lexicon import Lexicon
from claims.actors.reading import read_lexicon

__all__ = ["Cast", "Lexicon", "Mention", "attributions", "cast", "read_lexicon"]
