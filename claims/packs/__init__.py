"""The rule language: packs of rules in YAML, read, checked and compiled.

What reads and checks is loaded when it is first asked for: rules that were kept need none of it.
"""

from typing import TYPE_CHECKING, Any

from claims.packs.compiled import Condition, Packs, Rule, Trigger, Trust

if TYPE_CHECKING:
    from claims.packs.reading import read_packs as read_packs
    from claims.packs.written import schema as schema

__all__ = ["Condition", "Packs", "Rule", "Trigger", "Trust", "read_packs", "schema"]

_PLACES = {"read_packs": "claims.packs.reading", "schema": "claims.packs.written"}


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module 'claims.packs' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(_PLACES[name]), name)
