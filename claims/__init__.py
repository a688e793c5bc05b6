"""Track who claims what about whom in diplomatic news, by rule.

``stance_table``, ``shift_table`` and ``read_csv`` are loaded when they are first asked for.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.files.from_csv import read_csv as read_csv
    from claims.library import shift_table as shift_table
    from claims.library import stance_table as stance_table

__version__ = "0.1.0"
__all__ = ["__version__", "read_csv", "shift_table", "stance_table"]

_PLACES = {
    "read_csv": "claims.files.from_csv",
    "shift_table": "claims.library",
    "stance_table": "claims.library",
}


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module 'claims' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(_PLACES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_PLACES})
