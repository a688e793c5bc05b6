"""Print a shift to a terminal: shares at each period, what changed, and the words behind it."""

from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from claims.tables.naming import said
from claims.tables.screen import fitting, grid, print_grid, say, spark
from claims.tables.shift import Change, Effect, Fate, Line, Shift, ShiftRow
from claims.tables.shift_rows import (
    answered,
    change_headings,
    change_text,
    covered,
    headings,
    legend,
    point_text,
)
from claims.tables.terminal import quoted
from claims.tables.visible import visible

_FEW = 2  # periods that get a column each with their change beside them
_ROWS = 8  # of which all words are shown; of more, those behind a change
_WIDE = 100  # columns of a terminal, for a share and its count on one line
_LABEL = 16  # characters of a period's label that stay on one line
_COLUMN = 15  # characters that a period needs
_CHANGES = {Effect.RISE: "bold", Effect.FALL: "bold", Effect.TOO_FEW: "dim"}


def show_shift(shift: Shift, console: Console, *, cap: int = 500) -> None:
    """Print a shift; no more than ``cap`` rows, saying so.

    Two periods stand side by side with their difference; more than fit the width become a
    sparkline of shares, the first and the last.
    """
    rows = shift.rows[:cap]
    shown = grid(visible(shift.title), console)
    for heading in _headings(shift, console):
        text = fitting(Text(visible(heading)), console)
        shown.add_column(text, overflow="fold", min_width=min(len(text), _LABEL))
    for row in rows:
        lines = [line for line in row.lines if line.taken]
        for number, line in enumerate(lines):
            name = Text(visible(row.name) if number == 0 else "", style="bold")
            cells = (name, Text(said(line.stance)), *_cells(line, shift, console))
            shown.add_row(*(fitting(cell, console) for cell in cells))
        if lines:
            shown.add_section()
    print_grid(shown, console)
    if len(shift.rows) > cap:
        say(console, f"{len(shift.rows) - cap} more rows; --format csv has them all")
    if rows:
        _print_words(shift, rows, console)
    for note in (*covered(shift), *answered(shift)):
        say(console, visible(note))
    for note in (*shift.notes, *legend(shift)):
        say(console, visible(note), "dim")


def _fits(shift: Shift, console: Console) -> bool:
    return 36 + _COLUMN * len(shift.periods) <= console.width


def _headings(shift: Shift, console: Console) -> Iterator[str]:
    known = headings()
    yield known["row"] or shift.by.capitalize()
    yield known["stance"]
    if len(shift.periods) <= _FEW:
        yield from (period.label for period in shift.periods)
        yield from change_headings(shift)
    elif _fits(shift, console):
        yield from (period.label for period in shift.periods)
    else:
        first, last = shift.periods[0].label, shift.periods[-1].label
        yield from (first, "Share", last)


def _cells(line: Line, shift: Shift, console: Console) -> Iterator[Text]:
    wide = console.width >= _WIDE and len(shift.periods) <= _FEW
    points = [Text(_parted(point_text(point), ", ", wide)) for point in line.points]
    if len(shift.periods) <= _FEW:
        yield from points
        yield from (_change(change, wide=wide) for change in line.changes)
    elif _fits(shift, console):
        yield points[0]
        for point, change in zip(points[1:], line.changes, strict=True):
            yield point.append("\n").append_text(_change(change, wide=False))
    else:
        yield points[0]
        yield Text(spark(point.share for point in line.points))
        yield points[-1]


def _change(change: Change, *, wide: bool) -> Text:
    style = _CHANGES.get(change.effect, "")
    return Text(_parted(change_text(change), " (", wide), style=style)


def _parted(text: str, at: str, wide: bool) -> str:
    """Return a text on one line, or on two in a narrow terminal."""
    return text if wide else text.replace(at, at.replace(" ", "\n"), 1)


def _print_words(shift: Shift, rows: tuple[ShiftRow, ...], console: Console) -> None:
    """Print the plainest words of each stance at both ends of a change worth telling."""
    say(console, f"{headings()['words']}:", "bold")
    for row in rows:
        for line in row.lines:
            if line.taken and (len(rows) <= _ROWS or _is_told(line)):
                say(console, Text(f"  {visible(row.name)} {said(line.stance)}", style="bold"))
                for place in _ends(line):
                    _print_end(shift, line, place, console)


def _is_told(line: Line) -> bool:
    """Return whether something changed that words should stand for."""
    marked = {Effect.RISE, Effect.FALL}
    fates = {Fate.APPEARED, Fate.VANISHED}
    return any(change.effect in marked or change.fate in fates for change in line.changes)


def _ends(line: Line) -> tuple[int, int]:
    return 0, len(line.points) - 1


def _print_end(shift: Shift, line: Line, place: int, console: Console) -> None:
    point = line.points[place]
    text = Text(f"{visible(shift.periods[place].label)}: ")
    text.append_text(quoted(point.quote) if point.quote else Text("none found", style="dim"))
    console.print(Padding(fitting(text, console), (0, 0, 0, 4)))
