"""Charts as altair writes them and vl-convert draws them: small multiples, sized for a phone.

Place and words tell a stance, not colour alone. The colours are those of ``drawing.INKS``, which
stand for names in the stylesheet.
"""

from collections.abc import Sequence
from typing import Any

from claims.page.drawing import INK

HIDDEN = "\u200b"  # what follows it in a label is not shown
_FONT = 11
_SHOWN = f"split(datum.label, '{HIDDEN}')[0]"
OTHER = "Other"  # any stance but the three
_STANCES = {
    "Accuses": "accusation",
    "Denies": "denial",
    "Co-operates": "cooperation",
    OTHER: "other",
}


def svg(chart: Any) -> str:
    """Return a chart as SVG; wider screens enlarge it."""
    import vl_convert

    return str(vl_convert.vegalite_to_svg(chart.configure_view(stroke=None).to_dict()))


def bars(values: list[dict[str, Any]], stances: list[str], rows: int) -> Any:
    """Return a row a name and a panel a stance; what is uncertain has an open bar."""
    import altair as alt

    extent = min(150, 12 + 7 * max(len(value["row"].partition(HIDDEN)[0]) for value in values))
    width = (380 - extent) // 3
    beside = 8 + 7 * max(len(value["said"]) for value in values)  # pixels for a bar's number
    most = max(1, *(value["whole"] for value in values))
    across = alt.Scale(domain=[0, most * width / max(12, width - beside)])
    base = _chart(values).encode(
        y=alt.Y("row:N", sort=None, axis=_labels(150, extent=extent)), color=_colour()
    )
    certain = base.mark_bar(height=11).encode(x=alt.X("sure:Q", axis=None, scale=across))
    unsure = (
        base.mark_bar(height=10, filled=False, strokeWidth=1)
        .encode(x=alt.X("sure:Q", axis=None, scale=across), x2="whole:Q")
        .transform_filter("datum.whole > datum.sure")
    )
    numbers = base.mark_text(align="left", dx=4, fontSize=_FONT).encode(
        x=alt.X("whole:Q", axis=None, scale=across), text="said:N", color=alt.value(INK["ink"])
    )
    panels = alt.Column("stance:N", sort=stances, header=_header(labelPadding=4))
    whole = (certain + unsure + numbers).properties(width=width, height=max(1, rows) * 19)
    return whole.facet(column=panels, spacing=4)


def columns(values: list[dict[str, Any]], whens: Sequence[str], stances: list[str]) -> Any:
    """Return a panel a stance, one below the other, with a column a stretch of time."""
    import altair as alt

    along = alt.Axis(
        title=None, labelAngle=0, labelOverlap="greedy", labelSeparation=10, ticks=False,
        values=_some(whens),
        labelColor=INK["muted"], labelFontSize=_FONT, domainColor=INK["line"], labelFlush=True,
        labelPadding=5,
    )  # fmt: skip
    when = alt.Scale(domain=list(whens), paddingInner=0.2)
    height = alt.Scale(domain=[0, max(1, *(value["claims"] for value in values)) * 1.5])
    base = _chart(values).encode(
        x=alt.X("when:O", sort=None, axis=along, scale=when),
        y=alt.Y("claims:Q", axis=None, scale=height),
    )
    some = base.transform_filter("datum.claims > 0")
    numbers = some.mark_text(baseline="bottom", dy=-2, fontSize=9).encode(
        text="claims:Q", color=alt.value(INK["ink"])
    )
    panels = alt.Row("stance:N", sort=stances, header=_header(labelOrient="top", labelPadding=2))
    whole = (some.mark_bar().encode(color=_colour()) + numbers).properties(width=350, height=44)
    return whole.facet(row=panels, spacing=10)


def _some(whens: Sequence[str]) -> list[str]:
    """Return the first, the last, and a few between them."""
    last, gaps = len(whens) - 1, min(len(whens) - 1, 4)
    return [whens[round(last * n / gaps)] for n in range(gaps + 1)] if gaps else list(whens)


def intervals(values: list[dict[str, Any]]) -> Any:
    """Return a dot and a line a row: a difference in points, and its interval."""
    import altair as alt

    along = alt.Axis(
        title=None, grid=False, values=[-100, -50, 0, 50, 100], ticks=False, labelPadding=5,
        domainColor=INK["line"], labelColor=INK["muted"], labelFontSize=_FONT,
        labelExpr="datum.value > 0 ? '+' + datum.value : replace(datum.label, '-', '−')",
    )  # fmt: skip
    where = alt.X("at:Q", axis=along, scale=alt.Scale(domain=[-100, 100]))
    zero = _chart([{"at": 0}]).mark_rule(color=INK["line"], strokeDash=[3, 3]).encode(x=where)
    base = _chart(values).encode(
        y=alt.Y("who:N", sort=None, axis=_labels(190, extent=150)), color=_colour()
    )
    reach = base.mark_rule(strokeWidth=2).encode(x=alt.X("low:Q", axis=along), x2="high:Q")
    filled = base.mark_point(size=60, filled=True).transform_filter("datum.clear")
    hollow = base.mark_point(size=60, strokeWidth=2).transform_filter("!datum.clear")
    layers = alt.layer(zero, reach, filled.encode(x=where), hollow.encode(x=where))
    return layers.properties(width=205, height=len(values) * 22)


def _chart(values: list[dict[str, Any]]) -> Any:
    import altair as alt

    return alt.Chart({"values": values})


def _labels(limit: int, extent: int) -> Any:
    import altair as alt

    return alt.Axis(
        title=None, ticks=False, domain=False, labelLimit=limit, labelPadding=6, minExtent=extent,
        labelExpr=_SHOWN, labelColor=INK["ink"], labelFontSize=_FONT,
    )  # fmt: skip


def _header(**more: Any) -> Any:
    import altair as alt

    return alt.Header(
        title=None, labelAnchor="start", labelColor=INK["ink"], labelFontWeight="bold",
        labelFontSize=_FONT, **more,
    )  # fmt: skip


def _colour() -> Any:
    import altair as alt

    inks = [INK[stance] for stance in _STANCES.values()]
    scale = alt.Scale(domain=list(_STANCES), range=inks)
    return alt.Color("stance:N", legend=None, scale=scale)
