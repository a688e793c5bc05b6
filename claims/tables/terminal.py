"""Print a table to a terminal, wide or narrow; data is only ever printed as ``Text``."""

from rich import box
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from claims.tables.table import Cell, Quote, Table, Tally
from claims.tables.visible import visible

_WIDE = 110  # columns; below, the words stand under the table and not in it
_TARGETS = 3
_STYLES = {"accusation": "red", "denial": "yellow", "cooperation": "green"}
_SHORTEST = {"row": 12, "accusation": 11, "denial": 11, "cooperation": 11, "net": 3, "speakers": 14}


def show(table: Table, console: Console, *, cap: int = 500) -> None:
    """Print a table with its notes; no more than ``cap`` rows, saying so."""
    wide = console.width >= _WIDE
    keys = [column.key for column in table.columns]
    shown = [n for n, key in enumerate(keys) if wide or key != "words"]
    grid = Grid(
        title=Text(visible(table.title)), box=box.ROUNDED, title_justify="left", expand=wide
    )
    for number in shown:
        column = table.columns[number]
        grid.add_column(
            Text(column.heading),
            justify="right" if column.key == "net" else "left",
            ratio=_ratio(column.key) if wide else None,
            min_width=_SHORTEST.get(column.key, 20) if wide else None,
            overflow="fold",
        )
    for row in table.rows[:cap]:
        grid.add_row(*(_text(keys[n], row[n]) for n in shown), end_section=wide)
    console.print(grid)
    if len(table.rows) > cap:
        console.print(Text(f"{len(table.rows) - cap} more rows; --format csv has them all"))
    if not wide and "words" in keys:
        _print_words(table, console, cap)
    for note in table.notes:
        console.print(Text(visible(note), style="dim"))


def _ratio(key: str) -> int | None:
    return {"row": 3, "speakers": 4, "words": 9, "net": None}.get(key, 3)


def _print_words(table: Table, console: Console, cap: int) -> None:
    place = next(n for n, column in enumerate(table.columns) if column.key == "words")
    console.print(Text(f"{table.columns[place].heading}:", style="bold"))
    for row in table.rows[:cap]:
        if isinstance(row[place], Quote):
            name = Text(f"{visible(str(row[0]))}: ", style="bold")
            console.print(Text.assemble("  ", name, _text("words", row[place])))


def _text(key: str, cell: Cell) -> Text:
    if isinstance(cell, Tally):
        return _tally(cell, _STYLES.get(key, ""))
    if isinstance(cell, Quote):
        quoted = Text(f"“{visible(cell.words)}”")
        return quoted.append(f" {visible(cell.speaker)}", "italic").append(f" {cell.claim}", "dim")
    if key == "net" and isinstance(cell, int):
        return Text(
            f"{cell:+d}" if cell else "0", style="green" if cell > 0 else "red" * (cell < 0)
        )
    return Text("" if cell is None else visible(str(cell)), style="bold" if key == "row" else "")


def _tally(tally: Tally, style: str) -> Text:
    """Return "4 China 3, Russia 1"; a question mark follows what is uncertain."""
    if not tally.count and not tally.uncertain:
        return Text("–", style="dim")
    text = Text(str(tally.count) if tally.count else "", style=f"bold {style}")
    if tally.uncertain:
        text.append(f"{'+' if tally.count else ''}{tally.uncertain}?", "dim")
    chief = tally.targets[:_TARGETS]
    names = [
        visible(name) + (f" {count}" if len(tally.targets) > 1 else "") for name, count in chief
    ]
    if len(tally.targets) > _TARGETS:
        names.append("…")
    return text.append(" " + ", ".join(names) if names else "", "not bold")
