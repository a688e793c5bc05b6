"""Every construction, told by a sentence of ours: who says what, and in which mode."""

from collections.abc import Callable
from typing import Any

import pytest

Telling = Callable[[str], list[Any]]

LEAD = "The talks began on Monday.\n"  # so that no sentence is taken for a headline


@pytest.mark.parametrize(
    ("text", "source", "words", "mode"),
    [
        pytest.param(
            "As the envoy noted, the talks go on.",
            "the envoy",
            ("the talks go on",),
            "indirect",
            id="as X noted, at the start",
        ),
        pytest.param(
            "The talks go on, his aide told the Harbour Times.",
            "his aide",
            ("The talks go on",),
            "indirect",
            id="told to a newspaper, behind",
        ),
        pytest.param(
            "The dredger came late, the pilots complained about the delay.",
            "the pilots",
            ("the delay",),
            "indirect",
            id="a verb that a preposition completes is set in nothing",
        ),
        pytest.param(
            "No pump was ever sold, the line's agent, Ms Baro, was quoted as saying by the paper.",
            "the line's agent, Ms Baro",
            ("No pump was ever sold",),
            "indirect",
            id="quoted as saying, behind it",
        ),
        pytest.param(
            "The mayor criticised the levy in May.",
            "The mayor",
            ("the levy",),
            "indirect",
            id="in British spelling",
        ),
        pytest.param(
            "The agent was cited as telling the crew that no pump was ever sold.",
            "The agent",
            ("that no pump was ever sold",),
            "indirect",
            id="cited as telling that",
        ),
        pytest.param(
            "“No pump was ever sold,” the agent was quoted as saying.",
            "the agent",
            ("No pump was ever sold",),
            "direct",
            id="quoted as saying, behind a quotation",
        ),
        pytest.param(
            "At the wake the crew said of the old pilot, “He knew every rock.”",
            "the crew",
            ("He knew every rock",),
            "direct",
            id="of whom a quotation is said",
        ),
        pytest.param(
            "Mr Okoro further alleges that he was fired, a claim the office disputes.",
            "Mr Okoro",
            ("that he was fired",),
            "indirect",
            id="an apposition behind the clause is not of the source",
        ),
        pytest.param(
            "The union called for the mayor to resign before the vote.",
            "The union",
            ("the mayor to resign before the vote",),
            "indirect",
            id="what somebody is to do",
        ),
        pytest.param(
            "The mayor faced criticism of his plan for the harbour.",
            None,
            ("his plan for the harbour",),
            "indirect",
            id="what a noun is about is not whose it is",
        ),
        pytest.param(
            "She hit back in a statement saying that the plan was dead.",
            "She",
            ("that the plan was dead",),
            "indirect",
            id="who answers in a statement speaks",
        ),
        pytest.param(
            "“The bridge will open in May.” Ito said.",
            "Ito",
            ("The bridge will open in May",),
            "direct",
            id="cue behind a full stop",
        ),
        pytest.param(
            "The crowd was chanting “No more tolls.”",
            "The crowd",
            ("No more tolls",),
            "direct",
            id="a short quotation right behind its cue",
        ),
        pytest.param(
            "“We will sign the treaty,” Ms Adeyemi said.",
            "Ms Adeyemi",
            ("We will sign the treaty",),
            "direct",
            id="cue behind",
        ),
        pytest.param(
            "“We will sign the treaty,” said Ms Adeyemi, the foreign minister.",
            "Ms Adeyemi, the foreign minister",
            ("We will sign the treaty",),
            "direct",
            id="cue behind, inverted, with an apposition",
        ),
        pytest.param(
            'The minister said: "The border stays open."',
            "The minister",
            ("The border stays open",),
            "direct",
            id="cue before, colon",
        ),
        pytest.param(
            "“The border,” the minister said, “stays open.”",
            "the minister",
            ("The border", "stays open"),
            "direct",
            id="cue in the middle",
        ),
        pytest.param(
            "“The border stays open,” the minister said. “Nobody asked us to close it.”",
            "the minister",
            ("The border stays open", "Nobody asked us to close it"),
            "direct",
            id="split quotation",
        ),
        pytest.param(
            "The envoy said the offer was “a step back” for both sides.",
            "The envoy",
            ("the offer was “a step back” for both sides",),
            "mixed",
            id="partly quoted",
        ),
        pytest.param(
            "Officials said that the ferry had left the harbour.",
            "Officials",
            ("that the ferry had left the harbour",),
            "indirect",
            id="that-clause",
        ),
        pytest.param(
            "Officials said the ferry had left the harbour.",
            "Officials",
            ("the ferry had left the harbour",),
            "indirect",
            id="bare clause",
        ),
        pytest.param(
            "The ferry, officials said, had left the harbour.",
            "officials",
            ("The ferry", "had left the harbour"),
            "indirect",
            id="interrupted",
        ),
        pytest.param(
            "According to the port authority, the ferry had left the harbour.",
            "the port authority",
            ("the ferry had left the harbour",),
            "indirect",
            id="according to, before",
        ),
        pytest.param(
            "The ferry had left the harbour, according to the port authority.",
            "the port authority",
            ("The ferry had left the harbour",),
            "indirect",
            id="according to, behind",
        ),
        pytest.param(
            "In the words of one diplomat, the summit was a failure.",
            "one diplomat",
            ("the summit was a failure",),
            "indirect",
            id="in the words of",
        ),
        pytest.param(
            "As reported by the gazette, the harbour was closed for a week.",
            "the gazette",
            ("the harbour was closed for a week",),
            "indirect",
            id="as reported by",
        ),
        pytest.param(
            "Norway promised to reopen the consulate.",
            "Norway",
            ("to reopen the consulate",),
            "indirect",
            id="infinitive",
        ),
        pytest.param(
            "Norway urged Sweden to reopen the consulate.",
            "Norway",
            ("Sweden to reopen the consulate",),
            "indirect",
            id="object and infinitive",
        ),
        pytest.param(
            "Norway accused Sweden of closing the strait.",
            "Norway",
            ("Sweden of closing the strait",),
            "indirect",
            id="object and preposition",
        ),
        pytest.param(
            "The president praised the accord after the dinner.",
            "The president",
            ("the accord",),
            "indirect",
            id="object, without what tells when",
        ),
        pytest.param(
            "The president expressed hope that the accord would last.",
            "The president",
            ("that the accord would last",),
            "indirect",
            id="light verb and noun",
        ),
        pytest.param(
            "Their claim is that the accord was never signed.",
            "Their",
            ("that the accord was never signed",),
            "indirect",
            id="noun, be, that-clause",
        ),
        pytest.param(
            "The envoy is confident that the accord will last.",
            "The envoy",
            ("that the accord will last",),
            "indirect",
            id="adjective",
        ),
        pytest.param(
            "Sweden was accused by Norway of closing the strait.",
            "Norway",
            ("Sweden", "closing the strait"),
            "indirect",
            id="passive with its agent",
        ),
        pytest.param(
            "The leak, detailed by the audit office, reportedly began in May.",
            "the audit office",
            ("The leak", "reportedly began in May"),
            "indirect",
            id="participle with an agent that vouches for the clause",
        ),
        pytest.param(
            "LISBON (XYZ) — Minister Costa said the port would close.",
            "Minister Costa",
            ("the port would close",),
            "indirect",
            id="dateline",
        ),
        pytest.param(
            "The envoy unveiled a map, which she said was complete.",
            "she",
            ("which", "was complete"),
            "indirect",
            id="relative clause: the nearer of two subjects speaks",
        ),
        pytest.param(
            "The union praised the pact, which the mayor said had failed.",
            "The union",
            ("the pact",),
            "indirect",
            id="relative clause set off: the statement before it ends there",
        ),
        pytest.param(
            "The envoy - after a long walk along the river - declared that the talks were over.",
            "The envoy",
            ("that the talks were over",),
            "indirect",
            id="aside between source and cue",
        ),
        pytest.param(
            "Asked about the raid, a spokesman denied that anyone was hurt.",
            None,
            ("the raid",),
            "indirect",
            id="who is asked does not ask",
        ),
        pytest.param(
            "In a poll taken in June, most voters favoured the bridge.",
            "a poll taken in June",
            ("most voters favoured the bridge",),
            "indirect",
            id="a poll that opens the sentence",
        ),
        pytest.param(
            "Two firms spent weeks arguing that the dam was safe.",
            "Two firms",
            ("that the dam was safe",),
            "indirect",
            id="who spends weeks arguing argues, not the weeks",
        ),
        pytest.param(
            "The gunmen took the stage to claim that the port had fallen.",
            "The gunmen",
            ("that the port had fallen",),
            "indirect",
            id="who takes the stage speaks, not the stage",
        ),
        pytest.param(
            "Ms Ito renewed her call for elections.",
            "Ms Ito",
            ("elections",),
            "indirect",
            id="whose call it is, by the subject",
        ),
        pytest.param(
            "LIMA, July 25 (ANP) — The council issued a plea, urging that the talks go on.",
            "The council",
            ("that the talks go on",),
            "indirect",
            id="behind a dateline with a date",
        ),
    ],
)
def test_who_says_what(
    text: str, source: str | None, words: tuple[str, ...], mode: str, told: Telling
) -> None:
    """The statement of the outermost cue has this source, these words, this mode."""
    found = [one for one in told(LEAD + text) if one.parent is None]
    assert (source, words, mode) in [(one.source, one.words, one.mode) for one in found]


@pytest.mark.parametrize(
    ("text", "kind", "source"),
    [
        pytest.param("Ms Ito said the port would close.", "named", "Ms Ito", id="named"),
        pytest.param("Two men said the port would close.", "nominal", "Two men", id="nominal"),
        pytest.param("She said the port would close.", "pronoun", "She", id="pronoun"),
        pytest.param(
            "The envoy, who said the port would close, left.",
            "relative",
            "The envoy",
            id="relative",
        ),
        pytest.param("Iran is believed to have closed the port.", "absent", None, id="absent"),
    ],
)  # fmt: skip
def test_kind_of_source(text: str, kind: str, source: str | None, told: Telling) -> None:
    """A source is named, nominal, a pronoun, an antecedent, or absent, and said to be so."""
    assert (kind, source) in [(one.kind, one.source) for one in told(LEAD + text)]


def test_told_within_what_is_told(told: Telling) -> None:
    """A statement within another's keeps its own source, and the other as parent."""
    text = (
        "Mr Obi told Ms Ito that “the dam will be built” Mr Ames told reporters after the dinner."
    )
    found = {one.source: one for one in told(LEAD + text)}
    assert found["Mr Obi"].parent == "Mr Ames"
    assert found["Mr Obi"].addressee == "Ms Ito"
    assert found["Mr Ames"].addressee == "reporters"
    assert found["Mr Obi"].words == ("that “the dam will be built”",)


def test_who_issues_a_statement_speaks_through_it(told: Telling) -> None:
    """The words of a statement, letter or tweet are theirs who put it out."""
    text = "The ministry issued a statement saying the bridge was safe."
    found = [(one.source, one.words) for one in told(LEAD + text)]
    assert ("The ministry", ("the bridge was safe",)) in found


def test_three_marks_close_two_quotations(told: Telling) -> None:
    """Behind a nested quotation in single marks, two more single marks close the outer one."""
    text = "''My job is to say: 'Hey, he is one of us,''' the coach said. He slept."
    assert ("the coach", ("My job is to say: 'Hey, he is one of us,'",)) in [
        (one.source, one.words) for one in told(LEAD + text)
    ]


def test_a_conjunct_goes_back_to_the_reporter(told: Telling) -> None:
    """Who says one thing but denies another is the one who denies, not whom they speak of."""
    text = "Officials said Mr Ito opposed the plan, but denied any part in the raid."
    found = [(one.source, one.cue, one.words) for one in told(LEAD + text)]
    assert ("Officials", ("said",), ("Mr Ito opposed the plan",)) in found
    assert ("Officials", ("denied",), ("any part in the raid",)) in found


def test_a_clause_is_told_once(told: Telling) -> None:
    """A clause that hangs on a noun is the noun's, but that of a statement is who issues it's."""
    found = told(LEAD + "Mr Ito said in a statement that the bridge was safe.")
    assert [(one.source, one.cue) for one in found] == [("Mr Ito", ("said",))]
    found = told(LEAD + "Mr Ito responded to accusations that he had lied.")
    assert [one.cue for one in found if "that he had lied" in one.words] == [("accusations",)]


def test_a_participle_shares_the_subject(told: Telling) -> None:
    """A participle behind a reported clause, "adding that …", has the reporter for its source."""
    text = "The envoy said the talks would go on, adding that no date was set."
    found = [(one.source, one.words) for one in told(LEAD + text)]
    assert ("The envoy", ("the talks would go on",)) in found
    assert ("The envoy", ("that no date was set",)) in found


def test_a_quotation_goes_on_in_the_next_paragraph(told: Telling) -> None:
    """An open quotation at a paragraph's end goes on where the next one opens."""
    found = told(LEAD + "“It is late,” Ms Ito said. “The road is closed.\n“The bridge is gone.”")
    assert ("It is late", "The road is closed", "The bridge is gone") in [o.words for o in found]


def test_a_colon_leads_to_the_next_paragraph(told: Telling) -> None:
    """The cue of a paragraph that ends with a colon reports the quotation below it."""
    found = told(LEAD + "The ministry replied:\n“No such order was ever given to the fleet.”")
    assert ("The ministry", ("No such order was ever given to the fleet",)) in [
        (one.source, one.words) for one in found
    ]


@pytest.mark.parametrize("cue", ["the union wrote", "the union said that"])
def test_a_colon_leads_to_a_paragraph_without_marks(cue: str, told: Telling) -> None:
    """What stands below a verb that ends its paragraph is said, though no mark quotes it."""
    text = f"In a note to its members {cue}:\nThe port will close and nobody will be paid."
    found = [(one.source, one.words) for one in told(LEAD + text)]
    assert ("the union", ("The port will close and nobody will be paid",)) in found


def test_a_quotation_without_a_cue_is_nobodys(told: Telling) -> None:
    """A sentence in quotation marks that nobody is said to speak has no source and no cue."""
    found = told(
        LEAD + "The hall was dark.\n“The road to the north is closed today.” It fell silent."
    )
    assert [(one.source, one.cue) for one in found if one.pattern == "bare-quotation"] == [
        (None, ())
    ]


def test_a_title_is_no_quotation(told: Telling) -> None:
    """The name of a programme in quotation marks is not what is said."""
    found = told(LEAD + "On “Morning Harbour News,” Ms Ito said the port would close.")
    assert ("Ms Ito", ("the port would close",)) in [(one.source, one.words) for one in found]


def test_a_headline_with_a_colon(told: Telling) -> None:
    """A name and a colon at the head of a text report the words behind them."""
    found = told("Ito: Port will close next week\nThe harbour lies still.")
    assert ("Ito", ("Port will close next week",)) in [(one.source, one.words) for one in found]


@pytest.mark.parametrize("label", ["EXCLUSIVE", "Update", "The Latest", "Editor’s note"])
def test_what_a_news_desk_writes_before_its_words_speaks_not(label: str, told: Telling) -> None:
    """A label of the newsroom is nobody: who is told of behind it speaks."""
    found = told(f"{label}: Ms Ito said the port would close.\nThe harbour lies still.")
    assert [one.source for one in found] == ["Ms Ito"]


def test_a_paragraph_with_a_cue_of_its_own_goes_on_with_no_other(told: Telling) -> None:
    """An open quotation goes on in the next paragraph, unless a cue follows it there."""
    text = "“It is late,” Ms Ito said. “The road is shut.\n“The bridge is gone,” she added."
    found = [(one.cue, one.words) for one in told(LEAD + text)]
    assert (("said",), ("It is late", "The road is shut")) in found
    assert (("added",), ("The bridge is gone",)) in found


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        pytest.param(
            "“The harbour will never be yours,” an angry Okoro shot back.",
            "an angry Okoro",
            ("The harbour will never be yours",),
            id="any verb behind a comma",
        ),
        pytest.param(
            "Ms Adeyemi had one message: “Nobody asked us to close the border.”",
            "Ms Adeyemi",
            ("Nobody asked us to close the border",),
            id="any verb before a colon",
        ),
        pytest.param(
            "The road was shut. Mr Okoro: “The bridge is still safe for cars.”",
            "Mr Okoro",
            ("The bridge is still safe for cars",),
            id="a name before a colon",
        ),
        pytest.param(
            "She spoke for an hour, telling the crowd, “The bridge is still safe.”",
            "She",
            ("The bridge is still safe",),
            id="who listens is not said",
        ),
        pytest.param(
            "The ministry issued the following statement:\n“The bridge is safe for cars again.”",
            "The ministry",
            ("The bridge is safe for cars again",),
            id="what leads to the next paragraph is not said",
        ),
        pytest.param(
            "In May, the envoy warned, “The bridge is no longer safe.”",
            "the envoy",
            ("The bridge is no longer safe",),
            id="what stands before cue and quotation is not said",
        ),
        pytest.param(
            "“The bridge is safe for cars.”\n— Maria Ito",
            "Maria Ito",
            ("The bridge is safe for cars",),
            id="signed in the next paragraph",
        ),
        pytest.param(
            "“A fine bridge, a very fine bridge indeed,” Ito, the new head of the office and long a"
            " critic of its plans, said by telephone.",
            "Ito, the new head of the office and long a critic of its plans",
            ("A fine bridge, a very fine bridge indeed",),
            id="a long name before the cue",
        ),
    ],
)
def test_what_a_quotation_alone_tells(
    text: str, source: str, words: tuple[str, ...], told: Telling
) -> None:
    assert (source, words) in [(one.source, one.words) for one in told(LEAD + text)]


def test_a_quotation_goes_on_with_the_sentence_before_it(told: Telling) -> None:
    """Of two that spoke in a paragraph the later has the quotation without a cue."""
    text = "“It is late,” Ms Ito said. The envoy said talks go on. “We are close to a treaty.”"
    found = [(one.source, one.words) for one in told(LEAD + text)]
    assert ("The envoy", ("talks go on", "We are close to a treaty")) in found


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        pytest.param(
            "The plan fuelled fears among farmers that prices would fall.",
            "farmers",
            "fears",
            id="whom a preposition names, and not what causes it",
        ),
        pytest.param(
            "The minister faced accusations that he had lied.",
            None,
            "accusations",
            id="who meets with a claim does not make it",
        ),
        pytest.param(
            "Mr Okoro reacted angrily to reports that the bridge was unsafe.",
            "Mr Okoro",
            "reports",
            id="who reacts to a claim takes it up",
        ),
        pytest.param(
            "Ms Adeyemi was the first minister to condemn the raid.",
            "Ms Adeyemi",
            "to condemn",
            id="the first to do it",
        ),
        pytest.param(
            "Mr Okoro rejected the idea, saying that the bridge was safe.",
            "Mr Okoro",
            "saying",
            id="a participle behind a comma is not the object's",
        ),
        pytest.param(
            "Sen. Maria Ito (R-Texas) said the bridge was safe.",
            "Sen. Maria Ito (R-Texas)",
            "said",
            id="a name with brackets behind it",
        ),
    ],
)
def test_whose_words_they_are(text: str, source: str | None, cue: str, told: Telling) -> None:
    found = {words: one.source for one in told(LEAD + text) for words in one.cue}
    assert found.get(cue, "no statement") == source
