"""A spreadsheet of claims: tables, a row a claim, and notes on what was counted and how.

No cell is ever a formula or a link: every text is written as text, numbers and days as what they
are. A text that is longer than a cell may be is cut where one can see it, and the notes say which;
a sheet that is full goes on in another.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import chain
from typing import IO, Any

import xlsxwriter

from claims.files.columns import LISTS, Kind
from claims.files.sheets import Heading, Plain, Sheet, of_notes
from claims.files.xlsx_texts import cell_text, cut, is_too_long

MOST_ROWS = 1_048_576  # of a sheet, its heading too
_MADE = datetime(2000, 1, 1)  # the same claims give the same file, byte for byte
_FIRST_DAY = date(1900, 3, 1)  # spreadsheets disagree about the days before it; they stay text
_NAMED_CUTS = 1_000  # cells that the notes name; the rest is counted
_EMPTY: tuple[Plain, ...] = (None, "", [])  # nothing is written for them
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_xlsx(
    sheets: Sequence[Sheet],
    notes: Iterable[tuple[str, str]],
    file: IO[bytes],
) -> None:
    """Write the sheets in order, then the notes, with the meaning of their columns."""
    with xlsxwriter.Workbook(file, _OPTIONS) as workbook:
        workbook.set_properties({"title": "Claims", "created": _MADE})
        book = _Book(workbook)
        for sheet in sheets:
            book.add(sheet)
        book.add(of_notes([*notes, *book.told()], sheets))


class _Book:
    """A workbook that is being written, and what of the claims it could not hold."""

    def __init__(self, workbook: Any) -> None:
        self.workbook = workbook
        self.head = workbook.add_format({"bold": True, "bottom": 1, "valign": "top"})
        self.plain = workbook.add_format()
        self.formats: dict[tuple[Kind, bool], Any] = {}
        self.cuts: list[str] = []
        self.counts: list[tuple[str, str]] = []

    def add(self, sheet: Sheet) -> None:
        """Write a sheet, and another where one is full."""
        left = iter(sheet.rows)
        number, whole = 0, 0
        first: Sequence[Plain] | None = next(left, None)
        while first is not None or not number:
            number += 1
            name = sheet.name if number == 1 else f"{sheet.name} {number}"
            begun = chain([first] if first is not None else [], left)
            whole += self._fill(self._begun(name, sheet.headings), sheet.headings, begun)
            first = next(left, None)
        over = f" on {number} sheets, for one holds {MOST_ROWS - 1:,}" if number > 1 else ""
        self.counts.append((f"rows of {sheet.name}", f"{whole}{over}"))

    def told(self) -> Iterable[tuple[str, str]]:
        """Yield how many rows there are, and which texts were cut."""
        yield from self.counts
        yield "not counted in tables", "claims that are historic or rejected"
        yield "control characters", "shown as ␀ or \\u202e; CSV and JSON have them as they were"
        yield "days before 1900-03-01", "text, for spreadsheets count days only from there"
        if self.cuts:
            yield "cells cut", f"{len(self.cuts)} (see below): a cell holds 32,767 characters"
        yield from (("cut", place) for place in self.cuts[:_NAMED_CUTS])

    def _begun(self, name: str, headings: Sequence[Heading]) -> Any:
        sheet = self.workbook.add_worksheet(name)
        sheet.freeze_panes(1, 1)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        for place, heading in enumerate(headings):
            sheet.set_column(place, place, heading.wide, self._format(heading))
            sheet.write_string(0, place, heading.name, self.head)
        return sheet

    def _format(self, heading: Heading) -> Any:
        key = (heading.kind, heading.wraps)
        if key not in self.formats:
            known = {Kind.DATE: "yyyy-mm-dd", Kind.NUMBER: "0.00"}
            numbers = {"num_format": known[heading.kind]} if heading.kind in known else {}
            self.formats[key] = self.workbook.add_format(
                {"valign": "top", "text_wrap": heading.wraps, **numbers}
            )
        return self.formats[key]

    def _fill(
        self, sheet: Any, headings: Sequence[Heading], rows: Iterable[Sequence[Plain]]
    ) -> int:
        """Write rows until there are no more or the sheet is full; return how many."""
        written = 0
        for written, row in enumerate(rows, 1):
            for place, (heading, value) in enumerate(zip(headings, row, strict=True)):
                if value not in _EMPTY:
                    self._write(sheet, (written, place), heading, value, row)
            if written == MOST_ROWS - 1:
                break
        sheet.autofilter(0, 0, written, len(headings) - 1)
        return written

    def _write(
        self,
        sheet: Any,
        place: tuple[int, int],
        heading: Heading,
        value: Plain,
        row: Sequence[Plain],
    ) -> None:
        if heading.kind is Kind.BOOLEAN:
            sheet.write_boolean(*place, value)
        elif heading.kind in {Kind.INTEGER, Kind.NUMBER}:
            sheet.write_number(*place, value)
        elif heading.kind is Kind.DATE and (day := date.fromisoformat(str(value))) >= _FIRST_DAY:
            sheet.write_datetime(*place, day)
        else:
            is_list = heading.kind in LISTS
            text = json.dumps(value, ensure_ascii=False) if is_list else str(value)
            self._write_text(sheet, place, self._fitting(cell_text(text), heading, row))

    def _write_text(self, sheet: Any, place: tuple[int, int], text: str) -> None:
        if text.startswith("<r>") and text.endswith("</r>"):
            # XlsxWriter takes it for markup of its own and would let it through as it is.
            sheet.write_rich_string(*place, text[:1], self.plain, text[1:])
        else:
            sheet.write_string(*place, text)

    def _fitting(self, text: str, heading: Heading, row: Sequence[Plain]) -> str:
        if not is_too_long(text):
            return text
        self.cuts.append(f"{heading.name} of {row[0]}: {len(text):,} characters")
        return cut(text)
