"""What stands for a claim's speaker, target and row, in words for people."""

import functools

from claims.model import Claim
from claims.names import country_name
from claims.topics import topic_name

NO_STATE = "(no state)"
NO_TOPIC = "(no topic)"
UNNAMED = "(unnamed)"
VERBS = {"accusation": "accuses", "denial": "denies", "cooperation": "co-operates"}
_topic_name = functools.cache(topic_name)


def speaker_name(claim: Claim) -> str:
    """Return who speaks, or that the text names nobody."""
    return claim.speaker or UNNAMED


def target_name(claim: Claim) -> str:
    """Return the state a claim is aimed at, else the words for whom it is aimed at."""
    return country_name(claim.target_country) if claim.target_country else claim.target


def said(stance: str) -> str:
    """Return the verb of a stance: "denies"; the stance itself where it is none of the three."""
    return VERBS.get(stance, stance.replace("_", " "))


def row_name(rows: str, *, country: str, speaker: str, target: str, topic: str) -> str:
    """Return what stands at the head of a claim's row: a country, speaker, dyad or topic."""
    state = country_name(country) if country else NO_STATE
    if rows == "speaker":
        return speaker + (f" ({state})" if country and state != speaker else "")
    if rows == "dyad":
        return f"{state} → {target or '(no target)'}"
    if rows == "topic":
        return _topic_name(topic) if topic else NO_TOPIC
    return state


def many(number: int, noun: str) -> str:
    """Return "1 claim", "2 claims"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
