"""Options that several commands share, and what their words mean."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claims.errors import ClaimsError
from claims.ledger.select import CORE, Filter
from claims.names import country_meant, unknown_country


def path(text: str) -> Path:
    """Return the path that an argument names.

    Raises:
        ClaimsError: It is empty; ``Path("")`` would be the folder that we are in.
    """
    if not text:
        fix = "name a file or a folder; '.' is the one you are in"
        raise ClaimsError(f"a path is empty\n  fix: {fix}")
    return Path(text)


class By(StrEnum):
    """What a row of a table stands for."""

    COUNTRY = "country"
    SPEAKER = "speaker"
    DYAD = "dyad"
    TOPIC = "topic"


Articles = Annotated[
    list[Path],
    typer.Argument(
        parser=path,
        help="A ledger file; or articles (.txt .md .html .csv .jsonl, .zip and .gz of them), "
        "folders of them, '-' for standard input.",
        show_default=False,
    ),
]
Sources = Annotated[
    list[Path],
    typer.Argument(
        parser=path, help="A ledger file, or articles and folders of them.", show_default=False
    ),
]
LedgerFile = Annotated[
    Path | None, typer.Option("--ledger", envvar="CLAIMS_LEDGER", help="The ledger file.")
]
Map = Annotated[
    list[str] | None,
    typer.Option("--map", help="Field of a table and its column, text=Body; repeatable."),
]
Rules = Annotated[
    list[Path] | None,
    typer.Option(
        "--rules", parser=path, help="Folder of your own rules, laid over ours; repeatable."
    ),
]
Rows = Annotated[By, typer.Option(help="What a row stands for.")]
Stances = Annotated[
    list[str] | None,
    typer.Option(
        "--stance", help="Only this stance; repeatable. 'all' adds demand, threat and the like."
    ),
]
Where = Annotated[
    str, typer.Option(help="Only these: country=CHN,target=USA,speaker=Yang,topic=cyber.")
]
Event = Annotated[list[str] | None, typer.Option(help="Only this event; repeatable.")]
Since = Annotated[str, typer.Option(help="Only documents of this day or later, YYYY-MM-DD.")]
Until = Annotated[str, typer.Option(help="Only documents of this day or earlier, YYYY-MM-DD.")]

_OWN = re.compile(r"[A-Z][A-Z0-9]{2,4}")  # a code that our lexicon need not have
_FIELDS = ("country", "target", "speaker", "topic", "event")


def columns(given: list[str] | None) -> dict[str, str]:
    """Return the columns of tables by field that ``--map`` names.

    Raises:
        ClaimsError: One of them is no pair.
    """
    found = {}
    for pair in given or []:
        field, equals, column = pair.partition("=")
        if not (field and equals and column):
            raise ClaimsError(f"--map: '{pair}' says nothing\n  fix: write FIELD=COLUMN")
        found[field] = column
    return found


def wanted(
    stances: list[str] | None,
    where: str,
    events: list[str] | None,
    since: str,
    until: str,
    **named: list[str] | None,
) -> Filter:
    """Return the filter that the options ask for; ``named`` are options of fields of their own.

    Raises:
        ClaimsError: A value means nothing.
    """
    from claims.tables.known import event, topic

    given: dict[str, list[tuple[str, str]]] = {name: [] for name in _FIELDS}
    for field, values in {**named, "event": events}.items():
        given[field] += [(f"--{field}", value) for value in values or []]
    for field, value in _pairs(where):
        given[field].append(("--where", value))
    first, last = day("--since", since), day("--until", until)
    if first and last and last < first:
        raise ClaimsError(f"--since {first} is after --until {last}\n  fix: swap them")
    return Filter(
        stances=_stances(stances),
        countries=tuple(_code(*pair) for pair in given["country"]),
        targets=tuple(_code(*pair) for pair in given["target"]),
        speakers=tuple(value for _, value in given["speaker"]),
        topics=tuple(topic(value) for _, value in given["topic"]),
        events=tuple(event(value) for _, value in given["event"]),
        since=first,
        until=last,
    )


def _pairs(where: str) -> Iterator[tuple[str, str]]:
    for part in filter(None, where.split(",")):
        field, equals, value = (piece.strip() for piece in part.partition("="))
        if field not in _FIELDS or not equals or not value:
            fix = f"write FIELD=VALUE, FIELD one of {', '.join(_FIELDS)}"
            raise ClaimsError(f"--where: '{part}' says nothing\n  fix: {fix}")
        yield field, value


def _stances(given: list[str] | None) -> tuple[str, ...]:
    if not given:
        return CORE
    return () if "all" in given else tuple(given)


def _code(option: str, name: str) -> str:
    """Return the code of a state; one that may be of the user's own rules is taken as it is."""
    return name if _OWN.fullmatch(name) and country_meant(name) is None else state(option, name)


def state(option: str, name: str) -> str:
    """Return the code of the state that an option names.

    Raises:
        ClaimsError: There is no such state.
    """
    code = country_meant(name)
    if code is None:
        raise ClaimsError(f"{option}: no state '{name}'\n  fix: {unknown_country(name)}")
    return code


def day(option: str, text: str) -> date | None:
    """Return the day that an option names, None where it is left out.

    Raises:
        ClaimsError: It is no day.
    """
    if not text:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError as error:
        raise ClaimsError(f"{option}: '{text}' is no day\n  fix: write YYYY-MM-DD") from error
