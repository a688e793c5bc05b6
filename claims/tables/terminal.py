"""Print a table to a terminal, wide or narrow; data is only ever printed as ``Text``."""

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from claims.tables.table import Cell, Quote, Table, Tally
from claims.tables.visible import visible

_WIDE = 110  # columns; below, the words stand under the table and not in it
_TARGETS = 3
_SPEAKERS = 4  # in a wide table; the rest is counted
_LONGEST = 32  # words of a quotation in a cell
_ID = 7  # characters of a claim's id: of 100,000 claims, 98 in 100 differ within them
_VERBS = {"accusation": "accuses", "denial": "denies", "cooperation": "co-operates"}
_STYLES = {"accusation": "red", "denial": "yellow", "cooperation": "green"}
_WIDEST = {"row": 22, "accusation": 18, "denial": 18, "cooperation": 18, "net": 4, "speakers": 20}


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
            ratio=1 if wide and column.key == "words" else None,
            max_width=_WIDEST.get(column.key) if wide else None,
            overflow="fold",
        )
    for row in table.rows[:cap]:
        grid.add_row(*(_text(keys[n], row[n], wide=wide) for n in shown), end_section=wide)
    console.print(grid)
    if len(table.rows) > cap:
        console.print(Text(f"{len(table.rows) - cap} more rows; --format csv has them all"))
    if not wide and "words" in keys and table.rows:
        _print_words(table, console, cap)
    for note in table.notes:
        console.print(Text(visible(note), style="dim"))


def _print_words(table: Table, console: Console, cap: int) -> None:
    place = next(n for n, column in enumerate(table.columns) if column.key == "words")
    console.print(Text(f"{table.columns[place].heading}:", style="bold"))
    for row in table.rows[:cap]:
        quotes = row[place]
        for quote in quotes if isinstance(quotes, tuple) else ():
            name = Text(f"{visible(str(row[0]))} ", style="bold")
            console.print(Padding(name.append_text(_quote(quote)), (0, 0, 0, 2)))


def _text(key: str, cell: Cell, *, wide: bool) -> Text:
    if isinstance(cell, Tally):
        return _tally(cell, _STYLES.get(key, ""))
    if isinstance(cell, tuple):
        return Text("\n").join(map(_quote, cell))
    if key == "net" and isinstance(cell, int):
        return Text(
            f"{cell:+d}" if cell else "0", style="green" if cell > 0 else "red" * (cell < 0)
        )
    words = "" if cell is None else visible(str(cell))
    if key == "speakers":
        names = words.split(", ")
        most = _SPEAKERS if wide else 2
        words = ", ".join(names[:most]) + (f", … {len(names)}" if len(names) > most else "")
    return Text(words, style="bold" if key == "row" else "")


def _quote(quote: Quote) -> Text:
    """Return "accuses “…” Barack Obama 3f2a91c": verb, words, speaker, how to ask why."""
    text = Text(f"{_VERBS.get(quote.stance, quote.stance)} ", style=_STYLES.get(quote.stance, ""))
    return text.append_text(quoted(quote))


def quoted(quote: Quote) -> Text:
    """Return "“…” Barack Obama 3f2a91c"."""
    text = Text(f"“{visible(shortened(quote.words))}” ")
    return text.append(visible(quote.speaker), "italic").append(f" {quote.claim[:_ID]}", "dim")


def shortened(words: str) -> str:
    """Return no more than the words that a cell should hold; what is cut leaves a mark."""
    parts = words.split()
    return " ".join(parts[:_LONGEST]) + " …" if len(parts) > _LONGEST else words


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
    return text.append("\n" + "\n".join(names) if names else "", "none")
