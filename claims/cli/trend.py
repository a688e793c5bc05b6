"""``claims trend``: the same comparison along several events, months, quarters or years."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claims.cli.compare import Country, Format, Kind, answer, kept
from claims.cli.options import By, Map, Rows, Rules, Stances, Where, columns, path
from claims.cli.output import Output, Raw, require
from claims.cli.tracking import opened
from claims.errors import ClaimsError
from claims.files.formats import chosen


class Every(StrEnum):
    """The steps of a calendar."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


def trend(
    points: Annotated[
        list[str],
        typer.Argument(
            metavar="[A B …] SOURCES…",
            help="Events or days as in claims compare, in the order to be shown; then a ledger "
            "file, or articles and folders of them.",
            show_default=False,
        ),
    ],
    every: Annotated[Every | None, typer.Option(help="Each of them in place of A B ….")] = None,
    by: Rows = By.COUNTRY,
    country: Country = None,
    stance: Stances = None,
    where: Where = "",
    format: Kind = None,
    output: Output = None,
    raw: Raw = False,
    map: Map = None,
    rules: Rules = None,
) -> None:
    """Show how stances move along several events, or months, quarters or years."""
    from claims.tables import periods

    keep = kept(country, stance, where)
    kind = chosen(format, output, tuple(Format), Format.TABLE)
    labels, sources = parted(points)
    require(kind, output, sources)
    if every is None and len(labels) < 2:
        fix = "name two or more: claims trend 2013 2014 desk.db; or add --every year"
        raise ClaimsError(f"a trend needs more points than {len(labels)}\n  fix: {fix}")
    if every is not None and labels:
        fix = "leave out one of them"
        raise ClaimsError(f"--every {every} and '{labels[0]}' are at odds\n  fix: {fix}")
    with opened(keep, sources, rules, columns(map)) as (db, _):
        found = periods.every(db, every) if every else periods.read_periods(db, labels)
        answer(db, found, by, keep, kind, output, raw)


def parted(points: list[str]) -> tuple[list[str], list[Path]]:
    """Return the periods and the files: what exists on disk, and "-", ends the periods.

    Raises:
        ClaimsError: No file is named, or one has no name.
    """
    files = (n for n, point in enumerate(points) if point == "-" or path(point).exists())
    place = next(files, len(points))
    if place == len(points):
        what = f"no file or folder among {', '.join(points)}"
        raise ClaimsError(f"{what}\n  fix: name a ledger file or articles last")
    return points[:place], [path(point) for point in points[place:]]
