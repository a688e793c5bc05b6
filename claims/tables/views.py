"""Views: which rows, columns and order a table has, from ``reports/*.yaml``."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from claims.errors import ClaimsError, PackError, Problem
from claims.located import Located, read_located, text_of
from claims.shipped import shipped, shipped_files
from claims.tables.table import Column

TIMES = ("month", "quarter", "year")
ROWS = ("country", "speaker", "dyad", "topic", *TIMES, "claim", "event")
COLUMNS = ("row", "claims", "accusation", "denial", "cooperation", "net", "speakers", "words")
FIELDS = ("published", "speaker", "stance", "target", "words", "claim")
"""Columns where a row is a claim."""

STEPS = ("row", "stance", "point", "change", "words")
"""Columns where events are compared; a point stands for each of them."""

ORDERS = ("claims", "name", "net")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What one table shows.

    Attributes:
        rows: What a row stands for: country, speaker, dyad or topic; month, quarter or year; claim;
            event: what changes from one to the next.
        order: claims (most first), name, or net (most accusing first). Times and claims keep
            their own: the earliest first, and as documents tell them.
    """

    name: str
    title: str
    rows: str
    columns: tuple[Column, ...]
    order: str = "claims"


def read_view(name: str) -> View:
    """Return a shipped view by name, or the one in a file of the user's.

    Raises:
        ClaimsError: There is no such view.
        PackError: The file is no view.
    """
    path = Path(name)
    if path.suffix in {".yaml", ".yml"} and path.is_file():
        return _view(read_located(text_of(path), str(path)))
    known = {Path(file.name).stem: file for file in shipped_files("reports")}
    if name not in known:
        if path.suffix or len(path.parts) > 1:
            fix = "mend the path; it ends in .yaml"
            raise ClaimsError(f"--view: no such file '{name}'\n  fix: {fix}")
        raise ClaimsError(
            f"there is no view '{name}'\n  fix: take one of {', '.join(known)}, or a .yaml file"
        )
    file = shipped("reports") / f"{name}.yaml"
    return _view(read_located(file.read_text(encoding="utf-8"), str(file)))


def _view(located: Located) -> View:
    value = located.value
    problems: list[Problem] = []

    def fault(steps: tuple[str | int, ...], what: str, fix: str) -> None:
        line, column = located.place(steps)
        problems.append(Problem(located.path, line, column, what, fix))

    if not isinstance(value, dict):
        raise PackError([Problem(located.path, 1, 1, "not a view", "see reports/stance.yaml")])
    for key in ("view", "title", "rows", "columns"):
        if key not in value:
            fault((), f"'{key}' is missing", f"add '{key}:'")
    for key in value:
        if key not in {"view", "title", "rows", "columns", "order"}:
            fault((key,), f"unknown key '{key}'", "known keys: view, title, rows, columns, order")
    if value.get("rows") not in ROWS:
        fault(("rows",), f"no rows '{value.get('rows')}'", f"take one of {', '.join(ROWS)}")
    if value.get("order", "claims") not in ORDERS:
        fault(("order",), f"no order '{value['order']}'", f"take one of {', '.join(ORDERS)}")
    if "columns" in value and not (isinstance(value["columns"], list) and value["columns"]):
        fault(("columns",), "no columns", "write a list of {key: …, heading: …}")
    known = {"claim": FIELDS, "event": STEPS}.get(str(value.get("rows")), COLUMNS)
    columns = _columns(value.get("columns"), known, fault)
    if problems:
        raise PackError(problems)
    return View(
        name=str(value["view"]),
        title=str(value["title"]),
        rows=str(value["rows"]),
        columns=columns,
        order=str(value.get("order", "claims")),
    )


def _columns(
    value: object,
    known: tuple[str, ...],
    fault: Callable[[tuple[str | int, ...], str, str], None],
) -> tuple[Column, ...]:
    found = []
    for number, entry in enumerate(value if isinstance(value, list) else []):
        if not isinstance(entry, dict) or set(entry) != {"key", "heading"}:
            fault(("columns", number), "not a column", "write {key: …, heading: …}")
        elif entry["key"] not in known:
            what = f"no column '{entry['key']}'"
            fault(("columns", number, "key"), what, f"take one of {', '.join(known)}")
        else:
            found.append(Column(key=str(entry["key"]), heading=str(entry["heading"])))
    return tuple(found)
