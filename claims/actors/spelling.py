"""Misspelt names of states: "Ethopia"."""

from functools import lru_cache

from rapidfuzz import fuzz

from claims.actors.lexicon import Country, Lexicon, key

LIKELY = 90
MARGIN = 4
_SHORTEST = 6


@lru_cache(maxsize=10_000)
def likely_country(name: str, lexicon: Lexicon) -> Country | None:
    """Return the state that a misspelt name clearly means; a tie is nobody."""
    asked = key(name)
    if len(asked) < _SHORTEST or " " in asked:
        return None
    names = ((country.code, key(country.name)) for country in lexicon.countries.values())
    scored = sorted(
        ((fuzz.ratio(asked, name), code) for code, name in names if name[0] == asked[0]),
        reverse=True,
    )
    if not scored or not LIKELY <= scored[0][0] < 100:  # 100: struck out before, for a reason
        return None
    second = scored[1][0] if len(scored) > 1 else 0.0
    return lexicon.country(scored[0][1]) if scored[0][0] - second >= MARGIN else None
