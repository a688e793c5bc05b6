"""Every name of a state in the lexicon denotes that state, wherever it stands alone."""

from claims.actors import Lexicon, cast
from claims.actors.lexicon import Form
from claims.model import Document
from claims.parse import parse
from claims.read import blocks

_SHARED = frozenset({"Congo", "Congolese", "Korea", "Korean"})  # two states each


def test_each_states_names_capitals_and_adjectives_denote_it(lexicon: Lexicon) -> None:
    """A name that is written in two ways, or whose plural is an adjective's, means one state."""
    wanted = [
        (country.code, name, form)
        for country in lexicon.countries.values()
        for form, names in (
            (Form.NAME, (country.name, *country.also, *country.capital)),
            (Form.ADJECTIVE, country.adjectives),
        )
        for name in names
        if name not in _SHARED
    ]
    texts = [
        f"The envoy left {name} on Monday after a week of talks."
        if form is Form.NAME
        else f"The {name} government has rejected the plan."
        for _, name, form in wanted
    ]
    documents = [Document(id=str(n), text=t, blocks=blocks(t)) for n, t in enumerate(texts)]
    missing = []
    for (code, name, _), parsed in zip(wanted, parse(documents), strict=True):
        found = cast(parsed, (), lexicon)
        tokens = [(p, token) for p in parsed.passages for token in p.doc]
        if code not in {actor.country for p, token in tokens for actor in found.at(p, token)}:
            missing.append((code, name))
    assert len(wanted) > 900
    assert missing == []
