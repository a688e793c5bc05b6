"""Who speaks, and for whom: persons, offices, states, and what stands for them in a text."""

from claims.actors.attribution import attributions
from claims.actors.cameo import Imported, import_cameo
from claims.actors.casting import Cast, Mention, cast
from claims.actors.checks import check
from claims.actors.lexicon import Lexicon
from claims.actors.parties import Parties, parties
from claims.actors.reading import read_lexicon
from claims.actors.resolving import Choice, Resolution, resolve

__all__ = [
    "Cast",
    "Choice",
    "Imported",
    "Lexicon",
    "Mention",
    "Parties",
    "Resolution",
    "attributions",
    "cast",
    "check",
    "import_cameo",
    "parties",
    "read_lexicon",
    "resolve",
]
