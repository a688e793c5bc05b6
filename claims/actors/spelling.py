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
    scored = sorted(
        ((fuzz.ratio(asked, name), code) for name, code in _names(lexicon).get(asked[0], ())),
        reverse=True,
    )
    if not scored or not LIKELY <= scored[0][0] < 100:  # 100: struck out before, for a reason
        return None
    second = scored[1][0] if len(scored) > 1 else 0.0
    return lexicon.country(scored[0][1]) if scored[0][0] - second >= MARGIN else None


@lru_cache(maxsize=2)
def _names(lexicon: Lexicon) -> dict[str, list[tuple[str, str]]]:
    """Return the folded names of states, each with its code, by their first letter."""
    names: dict[str, list[tuple[str, str]]] = {}
    for country in lexicon.countries.values():
        name = key(country.name)
        names.setdefault(name[0], []).append((name, country.code))
    return names
