"""Tables in a notebook: typed frames, and HTML in which nothing is alive."""

from datetime import date
from html.parser import HTMLParser

import pandas as pd
import pytest

import claims
from claims.errors import ClaimsError
from claims.ledger import Filter
from tests.tables.conftest import Make, ledger, tabled

HOSTILE = "</table><script>alert(1)</script><img src=x onerror=alert(1)> \x1b[31m \u202e&amp;"


class Elements(HTMLParser):
    """The elements of some HTML, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that begins."""
        self.names.append(tag)


def test_counts_are_numbers_and_codes_text(make: Make) -> None:
    """A frame can be summed and joined as it is; Norway stays NO."""
    found = tabled([make(), make(stance="accusation", uncertain=True)], "stance").to_pandas()
    assert found["denial"].sum() == 1
    assert found["accusation_uncertain"].sum() == 1
    assert str(found.dtypes["denial"]) == "Int64"
    assert found["row"].tolist() == ["China"]


def test_an_empty_table_is_an_empty_frame() -> None:
    assert tabled([], "stance").to_pandas().empty


@pytest.mark.parametrize("field", ["words", "speaker", "target", "topic", "reporter"])
@pytest.mark.parametrize("view", ["stance", "speaker", "dyad", "topic", "ledger"])
def test_html_holds_no_element_of_an_article(view: str, field: str, make: Make) -> None:
    given = {field: HOSTILE, "target_country": None}
    shown = tabled([make(**given)], view)._repr_html_()
    known = Elements()
    known.feed(shown)
    assert set(known.names) <= {"table", "caption", "thead", "tbody", "tr", "th", "td", "br", "p"}
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_html_has_caption_and_scopes(make: Make) -> None:
    shown = tabled([make()], "stance")._repr_html_()
    assert "<caption>Stance per country</caption>" in shown
    assert '<th scope="col">Country</th>' in shown
    assert '<th scope="row">China</th>' in shown


def test_a_shift_is_a_typed_frame(make: Make) -> None:
    """Unknown intervals are missing numbers, not texts."""
    known = [make(published=date(2013, 6, 8)), make()]
    with ledger(known) as db:
        table = claims.shift_table(db, "2013", "2024")
    found = table.to_pandas()
    assert len(found) == 3
    kinds = [str(found.dtypes[name]) for name in ("from_count", "difference", "low", "row")]
    assert kinds == ["Int64", "Float64", "Float64", "string"]
    assert found["low"].isna().all()
    assert isinstance(found, pd.DataFrame)
    assert "Shift per country: 2013 → 2024" in table._repr_html_()


def test_tables_of_an_open_ledger(make: Make) -> None:
    with ledger([make(), make(speaker_country="USA")]) as db:
        assert len(claims.stance_table(db).rows) == 2
        assert len(claims.stance_table(db, wanted=Filter(countries=("CHN",))).rows) == 1
        assert len(claims.stance_table(db, wanted=Filter(countries=("China",))).rows) == 1
        assert claims.stance_table(db, by="dyad").title == "Stance per dyad"
        with pytest.raises(ClaimsError, match="no state 'Chna'"):
            claims.stance_table(db, wanted=Filter(countries=("Chna",)))
        with pytest.raises(ClaimsError, match="no stance 'denail'"):
            claims.shift_table(db, "2013", "2014", wanted=Filter(stances=("denail",)))


def test_what_is_no_shift_is_told(make: Make) -> None:
    with ledger([make()]) as db:
        with pytest.raises(ClaimsError, match="two periods"):
            claims.shift_table(db, "2013")
        with pytest.raises(ClaimsError, match="no rows 'planet'"):
            claims.shift_table(db, "2013", "2014", by="planet")
    with pytest.raises(ClaimsError, match="no such file"):
        claims.stance_table("nowhere.db")


def test_a_name_that_is_not_there_says_so() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        claims.nothing  # noqa: B018


def test_public_names_are_listed() -> None:
    assert set(claims.__all__) <= set(dir(claims))
