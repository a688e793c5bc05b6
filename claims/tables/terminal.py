"""Print a table to a terminal, wide or narrow; data is only ever printed as ``Text``."""

from collections.abc import Iterable
from dataclasses import replace

from rich.console import Console
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from claims.tables.naming import said
from claims.tables.screen import bar, fitting, grid, print_grid, say
from claims.tables.table import Cell, Column, Quote, Table, Tally
from claims.tables.visible import visible

CAP = 500  # rows of a table; the rest is told of
_WIDE = 110  # columns of a terminal; below, the words stand under the table and not in it
_NARROW = 60  # columns; below, the speakers are left out: the words below have the chief ones
_ROOM = 40  # columns that the words need in a table: a third of one, and its cells stay short
_TARGETS = 3
_SPEAKERS = 4  # in a wide table; the rest is counted
_LONGEST = 32  # words of a quotation in a cell
_ID = 7  # characters of a claim's id: of 100,000 claims, 98 in 100 differ within them
_WORD = 16  # characters of a word that is not broken at the head of a row
_BAR = 24  # characters of the longest bar; a third of them where the terminal is narrow
_STYLES = {"accusation": "red", "denial": "yellow", "cooperation": "green"}
_WIDEST = {
    "row": 22,
    "accusation": 18,
    "denial": 18,
    "cooperation": 18,
    "net": 4,
    "speakers": 20,
    "beside": 15,
}
_NUMBERS = {"net"}
_LEDGER = {"published": 10, "claim": _ID, "stance": 11, "speaker": 22, "target": 18}
_STACKED = ("claim", "said")  # a claim's columns in a narrow terminal: the words below the rest


def show(table: Table, console: Console, *, cap: int = CAP) -> None:
    """Print a table with its notes; no more than ``cap`` rows, saying so."""
    wide = console.width >= _WIDE
    keys = [column.key for column in table.columns]
    if "claim" in keys and not wide:
        table, keys = _stacked(table, keys), list(_STACKED)
    left_out = {"speakers"} if console.width < _NARROW else set()
    shown = [n for n, key in enumerate(keys) if key not in left_out]
    without = [n for n in shown if keys[n] != "words"]
    below = _has_quotes(table) and not (wide and _has_room(table, keys, without, console, cap))
    drawn = _drawn(table, keys, without if below else shown, console, cap)
    print_grid(drawn, console)
    if left := len(table.rows[cap:]) + table.more:
        say(console, f"{left} more rows; --format csv has them all")
    if below and table.rows:
        _print_words(table, console, cap)
    for note in table.notes:
        say(console, visible(note), "dim")


def _has_room(
    table: Table, keys: list[str], without: list[int], console: Console, cap: int
) -> bool:
    """Return whether the words have room in the table, beside its other columns."""
    others = _drawn(table, keys, without, console, cap)
    others.expand = False
    widest = console.measure(others, options=console.options.update_width(10 * console.width))
    return console.width - widest.maximum >= _ROOM


def _drawn(table: Table, keys: list[str], shown: Iterable[int], console: Console, cap: int) -> Grid:
    """Return a table of these columns, by number, as it is printed."""
    wide = console.width >= _WIDE
    numbers = list(shown)
    full = "claim" in keys or any(wide and keys[n] == "words" for n in numbers)
    drawn = grid(visible(table.title), console, expand=full)
    if console.width < _NARROW:
        drawn.padding = 0
    for number in numbers:
        longest = _longest_word(table, number) if keys[number] == "row" else None
        _add_column(drawn, table.columns[number], console, wide=wide, least=longest)
    tallest = {n: _most(table, n) for n in numbers if keys[n] == "claims"}
    for row in table.rows[:cap]:
        cells = (_text(keys[n], row[n], wide=wide, most=tallest.get(n, 0)) for n in numbers)
        drawn.add_row(*(fitting(cell, console) for cell in cells), end_section=full)
    return drawn


def _stacked(table: Table, keys: list[str]) -> Table:
    """Return a table of claims in two columns: day and id; and all that is said."""
    rows = []
    for row in table.rows:
        cell = dict(zip(keys, map(str, row), strict=True))
        towards = f" → {cell['target']}" if cell.get("target") else ""
        head = f"{cell.get('speaker', '')}: {cell.get('stance', '')}{towards}"
        words = f"\n“{cell['words']}”" if "words" in cell else ""
        rows.append((f"{cell['claim']}\n{cell.get('published', '')}", head + words))
    columns = (Column(key="claim", heading="Claim"), Column(key="said", heading="Who, what, whom"))
    return replace(table, columns=columns, rows=tuple(rows))


def _has_quotes(table: Table) -> bool:
    return any(column.key == "words" for column in table.columns) and not any(
        column.key == "claim" for column in table.columns
    )


def _longest_word(table: Table, place: int) -> int:
    """Return how wide a column must be for most of its words to stay whole."""
    words = (word for row in table.rows[:CAP] for word in str(row[place]).split())
    return min(max(map(len, words), default=0), _WORD)


def _add_column(
    drawn: Grid, column: Column, console: Console, *, wide: bool, least: int | None
) -> None:
    drawn.add_column(
        fitting(Text(visible(column.heading)), console),
        justify="right" if column.key in _NUMBERS else "left",
        ratio=1 if column.key in {"words", "said"} and (wide or column.key == "said") else None,
        max_width=_WIDEST.get(column.key, _LEDGER.get(column.key)) if wide else None,
        min_width=least,
        overflow="fold",
    )


def _most(table: Table, place: int) -> int:
    """Return the greatest number in a column."""
    return max((cell for row in table.rows if isinstance(cell := row[place], int)), default=0)


def _print_words(table: Table, console: Console, cap: int) -> None:
    place = next(n for n, column in enumerate(table.columns) if column.key == "words")
    if any(row[place] for row in table.rows[:cap]):
        say(console, f"{table.columns[place].heading}:", "bold")
    for row in table.rows[:cap]:
        quotes = row[place]
        for quote in quotes if isinstance(quotes, tuple) else ():
            name = Text(f"{visible(str(row[0]))} ", style="bold")
            said = fitting(name.append_text(_quote(quote)), console)
            console.print(Padding(said, (0, 0, 0, 2)))


def _text(key: str, cell: Cell, *, wide: bool, most: int) -> Text:
    if isinstance(cell, Tally):
        return _tally(cell, _STYLES.get(key, ""))
    if isinstance(cell, tuple):
        return Text("\n").join(map(_quote, cell))
    if key == "net" and isinstance(cell, int):
        return Text(
            f"{cell:+d}" if cell else "0", style="green" if cell > 0 else "red" * (cell < 0)
        )
    if key == "claims" and isinstance(cell, int):
        return Text(f"{cell:>{len(str(most))}} {bar(cell, most, _BAR if wide else _BAR // 3)}")
    if key in _STACKED:
        return Text("\n".join(visible(line) for line in str(cell).split("\n", 1)))
    words = "" if cell is None else visible(str(cell))
    if key == "words":
        return Text(f"“{shortened(words)}”")
    if key == "speakers":
        names = words.split(", ")
        chief = _SPEAKERS if wide else 2
        words = ", ".join(names[:chief]) + (f", … {len(names)}" if len(names) > chief else "")
    return Text(words, style="bold" if key == "row" else _STYLES.get(words, ""))


def _quote(quote: Quote) -> Text:
    """Return "accuses “…” Barack Obama 3f2a91c": verb, words, speaker, how to ask why."""
    text = Text(f"{said(quote.stance)} ", style=_STYLES.get(quote.stance, ""))
    return text.append_text(quoted(quote))


def quoted(quote: Quote) -> Text:
    """Return "“…” Barack Obama 3f2a91c"."""
    text = Text().append(f"“{visible(shortened(quote.words))}” ", "none")
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
