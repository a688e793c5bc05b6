"""Whether a wish to say a thing says it: "I wish to thank Peru" thanks Peru."""

from claims.stance.frames import lemma
from claims.tokens import Token

# acts that are done by saying so, and how speakers lead up to them
_SAID_SO = frozenset(
    {"thank", "express", "record", "congratulate", "commend", "salute", "pay", "convey", "extend",
     "reiterate", "stress", "emphasise", "emphasize", "acknowledge", "recognise", "recognize",
     "welcome", "applaud", "praise", "reaffirm", "affirm", "place", "condemn", "deplore", "reject"}
)  # fmt: skip
_WISHED = frozenset({"wish", "want", "like", "love"})
_SPEAKERS = frozenset({"i", "we", "he", "she"})


def is_performed(verb: Token, above: Token) -> bool:
    """Return whether who wants to say a thing says it: "I wish to thank", "we want to commend"."""
    if lemma(verb) not in _SAID_SO or lemma(above) not in _WISHED:
        return False
    return any(c.dep_ == "nsubj" and c.lower_ in _SPEAKERS for c in above.children)
