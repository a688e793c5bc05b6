"""How pages are laid out, from ``rules/lexicon/layout.yaml``, as compiled patterns."""

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields

from claims.errors import PackError, Problem
from claims.located import Located, read_located
from claims.shipped import shipped


@dataclass(frozen=True, slots=True)
class Layout:
    """One pattern for each list of the file; each is matched against a whole paragraph."""

    boilerplate: re.Pattern[str]
    dates: re.Pattern[str]
    captions: re.Pattern[str]
    own_words: tuple[re.Pattern[str], ...]
    headings: tuple[re.Pattern[str], ...]
    exchanges: re.Pattern[str]
    narrations: re.Pattern[str]

    def author(self, paragraph: str) -> re.Match[str] | None:
        """Return the match whose group ``who`` names the author of what follows."""
        return _first(self.own_words, paragraph)

    def heading(self, paragraph: str) -> re.Match[str] | None:
        """Return the match whose group ``who`` names whose words a whole text may be."""
        return _first(self.headings, paragraph)


def _first(patterns: Iterable[re.Pattern[str]], paragraph: str) -> re.Match[str] | None:
    return next((found for p in patterns if (found := p.fullmatch(paragraph))), None)


@functools.cache
def layout() -> Layout:
    """Return the shipped layout.

    Raises:
        PackError: The file misses a list, or holds something that is no regular expression.
    """
    path = shipped("rules") / "lexicon" / "layout.yaml"
    located = read_located(path.read_text(encoding="utf-8"), str(path))
    problems = list(_problems(located))
    if problems:
        raise PackError(problems)
    lists = located.value
    assert isinstance(lists, dict)
    return Layout(
        boilerplate=_any_of(lists["boilerplate"]),
        dates=_any_of(lists["dates"]),
        captions=_any_of(lists["captions"]),
        own_words=tuple(_any_of([item]) for item in lists["own_words"]),
        headings=tuple(_any_of([item]) for item in lists["headings"]),
        exchanges=_any_of(lists["exchanges"]),
        narrations=_any_of(lists["narrations"]),
    )


def _any_of(patterns: Iterable[object]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def _problems(located: Located) -> Iterable[Problem]:
    names = [field.name for field in fields(Layout)]
    value = located.value
    if not isinstance(value, dict):
        yield Problem(located.path, 1, 1, "not a mapping", f"write the lists {', '.join(names)}")
        return
    for name in names:
        if not isinstance(value.get(name), list):
            yield Problem(located.path, 1, 1, f"the list '{name}' is missing", f"add '{name}:'")
    for name, items in value.items():
        for number, item in enumerate(items if isinstance(items, list) else []):
            try:
                re.compile(str(item))
            except re.error as error:
                line, column = located.place((name, number))
                what = f"no regular expression: {error}"
                yield Problem(located.path, line, column, what, "mend or remove it")
