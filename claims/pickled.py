"""How a frozen dataclass is pickled: field by field.

Pickle would set what it has read as anybody sets an attribute, which a frozen class that mypyc has
compiled refuses.
"""

import copyreg
from dataclasses import fields
from typing import Any


def by_fields(*kinds: type) -> None:
    """Have the objects of some dataclasses pickled so, wherever they are."""
    for kind in kinds:
        copyreg.pickle(kind, _taken_apart)


def _taken_apart(one: Any) -> tuple[Any, ...]:
    return _made, (type(one), tuple([getattr(one, field.name) for field in fields(one)]))


def _made(kind: Any, values: tuple[object, ...]) -> object:
    one: object = kind.__new__(kind)
    for field, value in zip(fields(kind), values, strict=True):
        object.__setattr__(one, field.name, value)
    return one
