"""The terminal that tables are printed to: how wide it is, and which characters it can show."""

import os
import sys
from collections.abc import Iterable, Mapping

from rich import box
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

_FILE_WIDTH = 120  # columns of a table that goes to a file
_LEAST, _USUAL = 40, 80  # columns of the narrowest terminal, and of one that does not say
_PLAIN = {
    "“": '"', "”": '"', "‘": "'", "’": "'", "«": "<<", "»": ">>", "‹": "<", "›": ">",
    "…": "...", "–": "-", "—": "--", "−": "-", "→": "->", "·": ".", "▲": "^", "▼": "v",
    "█": "#", "▁": "0", "▂": "1", "▃": "2", "▄": "3", "▅": "4", "▆": "5", "▇": "6",
    "▏": ".", "▎": ".", "▍": ":", "▌": ":", "▋": "=", "▊": "=", "▉": "#", "\u00a0": " ",
}  # fmt: skip
LEVELS = "▁▂▃▄▅▆▇█"
_EIGHTHS = " ▏▎▍▌▋▊▉█"


class _Plain(Console):
    """A console of which no more than ASCII is known to arrive; rich draws its boxes likewise."""

    @property
    def encoding(self) -> str:
        """Return what rich asks for before it draws a line."""
        return "ascii"


def screen(*, file: bool = False) -> Console:
    """Return the console for a command's table; ``file`` for one that ends up in a file."""
    if file:
        return Console(width=_FILE_WIDTH, highlight=False, color_system=None)
    console = (_Plain if is_plain(os.environ) else Console)(highlight=False)
    if console.width < _LEAST:  # columns of no width would show no figure; 0 is told by mistake
        console.width = _LEAST if console.width else _USUAL
    return console


def is_plain(environment: Mapping[str, str]) -> bool:
    """Return whether only ASCII should be printed: standard output, or the locale, has no more.

    Python turns the locales C and POSIX into UTF-8 by itself, but a terminal does not.
    """
    if not (sys.stdout.encoding or "utf-8").lower().startswith("utf"):
        return True
    if environment.get("PYTHONIOENCODING") or environment.get("PYTHONUTF8"):
        return False
    names = ("LC_ALL", "LC_CTYPE", "LANG")
    locale = next((environment[name] for name in names if environment.get(name)), "")
    return locale in {"C", "POSIX"}


def fitting(text: Text, console: Console) -> Text:
    """Return a text in characters that the console can show; what it cannot is spelled out."""
    if not console.options.ascii_only or text.plain.isascii():
        return text
    plain = "".join(_PLAIN.get(character, character) for character in text.plain)
    return Text(plain.encode("ascii", "backslashreplace").decode("ascii"), style=text.style)


def say(console: Console, text: Text | str, style: str = "") -> None:
    """Print a line or a paragraph."""
    console.print(fitting(Text(text, style=style) if isinstance(text, str) else text, console))


def grid(title: str, console: Console, *, expand: bool = False) -> Grid:
    """Return an empty table with a title."""
    shown = fitting(Text(title), console)
    return Grid(title=shown, box=box.ROUNDED, title_justify="left", expand=expand)


def spark(shares: Iterable[float | None]) -> str:
    """Return a character a share, the taller the greater; a dot where there is none."""
    return "".join(
        "·" if share is None else LEVELS[min(int(share * len(LEVELS)), len(LEVELS) - 1)]
        for share in shares
    )


def bar(number: int, most: int, width: int) -> str:
    """Return a bar of up to ``width`` characters, in steps of an eighth of one."""
    if number <= 0 or most <= 0:
        return ""
    eighths = max(round(number / most * width * 8), 1)
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def print_grid(drawn: Grid, console: Console) -> None:
    """Print a table; where whole words would push its edge off the screen, they are broken."""
    if not _has_its_edge(drawn, console):
        for column in drawn.columns:
            column.min_width = None
    console.print(drawn)


def _has_its_edge(drawn: Grid, console: Console) -> bool:
    """Return whether the line below the rows ends as it should: rich cuts what is too wide."""
    *_, last = console.render_lines(drawn, pad=False)
    return "".join(segment.text for segment in last).rstrip()[-1:] in {"╯", "+"}
