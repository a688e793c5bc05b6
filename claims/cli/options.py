"""Options that several commands share, and what their words mean."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from claims.errors import ClaimsError
from claims.ledger.select import CORE, Filter
from claims.names import country_code

Articles = Annotated[
    list[Path],
    typer.Argument(
        help="A ledger file; or articles (.txt .md .html .csv .jsonl, .zip and .gz of them), "
        "folders of them, '-' for standard input.",
        show_default=False,
    ),
]
Map = Annotated[
    list[str] | None,
    typer.Option("--map", help="Field of a table and its column, text=Body; repeatable."),
]
Rules = Annotated[
    list[Path] | None,
    typer.Option("--rules", help="Folder of your own rules, laid over ours; repeatable."),
]
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

_FIELDS = {
    "country": "countries",
    "target": "targets",
    "speaker": "speakers",
    "topic": "topics",
    "event": "events",
}


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
    stances: list[str] | None, where: str, events: list[str] | None, since: str, until: str
) -> Filter:
    """Return the filter that the options ask for.

    Raises:
        ClaimsError: A value means nothing.
    """
    given: dict[str, list[str]] = {name: [] for name in _FIELDS.values()}
    given["events"] = list(events or [])
    for part in filter(None, where.split(",")):
        field, equals, value = part.partition("=")
        if field.strip() not in _FIELDS or not equals or not value.strip():
            raise ClaimsError(
                f"--where: '{part}' says nothing\n  fix: write FIELD=VALUE, FIELD one of "
                f"{', '.join(_FIELDS)}"
            )
        given[_FIELDS[field.strip()]].append(value.strip())
    return Filter(
        stances=_stances(stances),
        countries=tuple(map(_code, given["countries"])),
        targets=tuple(map(_code, given["targets"])),
        speakers=tuple(given["speakers"]),
        topics=tuple(given["topics"]),
        events=tuple(given["events"]),
        since=day("--since", since),
        until=day("--until", until),
    )


def _stances(given: list[str] | None) -> tuple[str, ...]:
    if not given:
        return CORE
    return () if "all" in given else tuple(given)


def _code(name: str) -> str:
    code = country_code(name)
    if code is None:
        fix = "write its ISO 3166 alpha-3 code or its English name: CHN, China"
        raise ClaimsError(f"--where: no state '{name}'\n  fix: {fix}")
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
