"""Which summit a document is about, and which claims go back to an older one."""

from datetime import date

import pytest

from claims.errors import PackError
from claims.eventbook import event_named, events, read_events
from claims.eventparts import event_of_claim
from claims.events import event_of, historic_event
from claims.model import Claim, Document, Mode, Span
from claims.read import blocks

FILLER = (
    "Officials gave no further details, and the markets hardly moved on the news.",
    "Farmers in the north expect a poor harvest after the driest spring on record.",
    "The ministry said it would publish the figures at the end of the month.",
)


def article(*paragraphs: str, published: str = "", event: str = "") -> Document:
    text = "\n".join([*paragraphs, *FILLER])
    return Document(
        id="a",
        text=text,
        published=date.fromisoformat(published) if published else None,
        event=event,
        blocks=blocks(text),
    )


def test_the_book_holds_what_reports_name() -> None:
    assert len(events()) >= 60
    assert {"sunnylands-2013", "lima-2024"} <= {event.key for event in events()}
    assert {event.first.year for event in events()} >= set(range(2009, 2027))


@pytest.mark.parametrize(
    ("document", "key"),
    [
        pytest.param(
            article(
                "Putin and Trump face questions",
                "The two presidents met in Helsinki on Monday, the White House and the Kremlin "
                "said.",
                "Russia denied that it had interfered; the United States offered talks on arms.",
                published="2018-07-17",
            ),
            "helsinki-2018",
            id="two leaders, a town, the day after",
        ),
        pytest.param(
            article(
                "Trump, Kim shake hands",
                "The US and North Korean leaders held a day of talks in Singapore.",
                published="2018-06-12",
            ),
            "singapore-2018",
            id="leaders in the headline, the town below",
        ),
        pytest.param(
            article(
                "Leaders argue over tariffs at G7",
                "The group ended its meeting in Quebec without a joint statement.",
                published="2018-06-10",
            ),
            "g7-2018",
            id="a row of meetings means the one of those days",
        ),
        pytest.param(
            article(
                "Ministers prepare summit",
                "The Group of 20 meets in Hamburg on Friday, and Germany wants more on climate.",
                published="2017-07-04",
            ),
            "g20-2017",
            id="some days before",
        ),
        pytest.param(
            article(
                "Allies promise to spend more",
                "At the NATO summit in The Hague the members agreed on five per cent.",
                published="2025-06-26",
            ),
            "nato-2025",
            id="named in the beginning only",
        ),
        pytest.param(
            article(
                "Seven years on, little is left of the Singapore summit",
                "Kim Jong Un of North Korea has built more missiles since he met the American "
                "president.",
                "The Singapore summit was the first of its kind.",
                published="2025-09-02",
            ),
            "singapore-2018",
            id="an older event, by name",
        ),
        pytest.param(
            article(
                "What the 2015 G7 summit left behind",
                "At Schloss Elmau the leaders promised to give up coal.",
                published="2024-02-01",
            ),
            "g7-2015",
            id="an older one of a row, by its year",
        ),
        pytest.param(
            article(
                "What remains of the Sunnylands summit",
                "China and the United States had agreed at the Sunnylands summit to talk more.",
            ),
            "sunnylands-2013",
            id="no date, but a name",
        ),
        pytest.param(
            article(
                "Briefing by the spokesman",
                "Beijing, China",
                "Mr Obama arrived for talks; the American and Chinese sides have prepared well.",
                "Tonight he will have dinner with President Xi.",
                "The talks with President Xi begin tomorrow at nine.",
            ),
            "beijing-2014",
            id="no date, but who meets in which town",
        ),
        pytest.param(
            article(
                "Briefing by the spokesman",
                "Beijing, China",
                "Mr Trump arrived for talks; the American and Chinese sides have prepared well.",
                "Tonight he will have dinner with President Xi.",
                "The talks with President Xi begin tomorrow at nine.",
            ),
            "",
            id="no date, and the two met there more than once",
        ),
        pytest.param(
            article(
                "Beijing rejects new tariffs",
                "China said the United States was harming trade, and called for talks.",
                published="2018-12-05",
            ),
            "",
            id="the same two states, the same days, another matter",
        ),
        pytest.param(
            article(
                "Soldiers discuss hotline",
                "American and Chinese officers met in Beijing and agreed on a hotline.",
                published="2017-11-20",
            ),
            "",
            id="the same states and town, other people",
        ),
        pytest.param(
            article(
                "Spokesman answers questions",
                "Asked about next year’s APEC meeting, he said that China would decide in time.",
                published="2025-11-06",
            ),
            "",
            id="next year's is not this year's",
        ),
        pytest.param(
            article(
                "Harvest fails",
                *FILLER,
                "The minister had spoken of it at the G20.",
                published="2019-06-28",
            ),
            "",
            id="mentioned, not told",
        ),
        pytest.param(
            article("G20 should do more, says union", published="2016-03-01"),
            "",
            id="no meeting of the row was near",
        ),
        pytest.param(
            article("EU ministers hold talks in Brussels", published="2018-07-11"),
            "",
            id="a town has other meetings",
        ),
        pytest.param(
            article(
                "US and China at odds",
                "The American and the Chinese president met in Osaka at the G20.",
                published="2019-06-29",
                event="my-own-event",
            ),
            "my-own-event",
            id="what the user gave wins",
        ),
    ],
)
def test_a_document_is_tied_to_what_it_is_about(document: Document, key: str) -> None:
    """Headline, beginning, or again and again; by name, or by who met where in those days."""
    assert event_of(document)[0] == key


BRIEFING = """\
Spokesman answers questions

Q: What did the leaders of Peru and Chile agree on?

MR. WEBER: They spoke of mines. We find that good.

Q: Mr. Trump meets Mr. Xi in two days. Will they settle the tariffs, and what is the American line?

MR. WEBER: Trade has to be fair, and we said so.

There is no dispute on that.

Q: Are you sure?

MR. WEBER: Quite sure.

Q: Did the talks in Kuala Lumpur help, and did the Chinese side keep its word to the United States?

MR. WEBER: They did, and it has.
"""


@pytest.mark.parametrize(
    ("words", "key"),
    [
        pytest.param("We find that good", "", id="other people's meeting"),
        pytest.param("we said so", "busan-2025", id="what was asked"),
        pytest.param("no dispute on that", "busan-2025", id="further down in the answer"),
        pytest.param("Quite sure", "busan-2025", id="a short question goes on"),
        pytest.param("it has", "kuala-lumpur-2025", id="another meeting of those days, by name"),
    ],
)
def test_a_claim_may_be_about_an_event_that_its_document_is_not(words: str, key: str) -> None:
    """In a briefing on many matters, question and answer tell."""
    text = BRIEFING
    found = blocks(text)
    document = Document(id="a", text=text, published=date(2025, 10, 28), blocks=found)
    assert event_of(document)[0] == ""
    assert event_of_claim(document, claim(document, words)) == key


def test_a_claim_is_about_the_event_of_its_document() -> None:
    document = article("x", "He met Mr Xi.", published="2025-10-28", event="my-own")
    assert event_of_claim(document, claim(document, "He met")) == "my-own"


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        pytest.param(
            article("Leaders at G7 end talks", published="2019-08-27"),
            "told in headline, 1 paragraph in all: G7; published 1 day after it",
            id="near",
        ),
        pytest.param(
            article(
                "What the Hanoi summit with Kim left", "The US went on.", published="2021-01-05"
            ),
            "told in headline, 1 paragraph in all: Hanoi summit; "
            "an earlier event, published 677 days after it",
            id="earlier",
        ),
        pytest.param(
            article("APEC opens, BRICS may follow: a G20 view", published="2014-07-20"),
            "told in headline, 1 paragraph in all: BRICS; published 4 days after it",
            id="only one of the three was near",
        ),
        pytest.param(
            article("G20 and APEC leaders speak of growth", published="2022-11-17"),
            "g20-2022 and apec-2022 fit equally well",
            id="no guess",
        ),
        pytest.param(article("x", event="e-1"), "given with the document", id="given"),
        pytest.param(article("Harvest fails"), "no known event is told of", id="none"),
    ],
)
def test_the_reason_is_told(document: Document, reason: str) -> None:
    assert event_of(document)[1] == reason


def claim(document: Document, words: str, mode: Mode = Mode.INDIRECT) -> Claim:
    start = document.text.index(words)
    return Claim(
        id="c", document="a", published=document.published, event=document.event, speaker="",
        speaker_role="", speaker_country=None, reporter="", stance="denial", sub_stance="",
        target="", target_country=None, topic="", mode=mode, words=words,
        spans=(Span(start, start + len(words)),), cue="", evidence=(), rules=(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        pytest.param(
            "At the Helsinki summit, Mr Putin denied that Russia had meddled.",
            "that Russia had meddled", "helsinki-2018", id="said at an older summit",
        ),
        pytest.param(
            "Mr Putin said that Russia had kept what it promised at the Helsinki summit.",
            "that Russia had kept what it promised at the Helsinki summit", "",
            id="said now, of an older summit",
        ),
        pytest.param(
            "In 2016, Moscow called the charge absurd.", "the charge absurd", "2016",
            id="a year before",
        ),
        pytest.param(
            "Moscow said the treaty of 2010 had been broken.", "the treaty of 2010 had been broken",
            "", id="a year within the words",
        ),
        pytest.param(
            "At the Alaska summit, Mr Putin denied that Russia had meddled.",
            "that Russia had meddled", "", id="its own event",
        ),
        pytest.param(
            "Mr Putin denied it. At the Helsinki summit nobody had asked. He smiled.",
            "it.", "", id="another sentence",
        ),
        pytest.param(
            "During last year’s G7 summit, Moscow called the charge absurd.", "the charge absurd",
            "g7-2024", id="last year's meeting of a row",
        ),
    ],
)  # fmt: skip
def test_a_claim_of_an_older_event_is_historic(sentence: str, words: str, expected: str) -> None:
    """What counts is when it was said, not what it speaks of."""
    document = article(
        "Russia and America talk", "Filler goes before.", sentence,
        published="2025-08-16", event="alaska-2025",
    )  # fmt: skip
    assert historic_event(document, claim(document, words)) == expected


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("The two met at the APEC forum in Lima", id="the same row and town"),
        pytest.param("The two signed a pact at the summit in Lima", id="the same town"),
    ],
)
def test_a_name_means_the_event_of_its_days(words: str) -> None:
    """There were other meetings in Lima, years ago; nobody means them without saying so."""
    document = article("US and China talk", f"{words}.", published="2024-12-03", event="lima-2024")
    assert historic_event(document, claim(document, words, Mode.NARRATED)) == ""


def test_what_is_narrated_counts_as_a_whole() -> None:
    """A narrated act is dated by its own words."""
    words = "The two sides signed a pact at the Geneva summit of 2021"
    document = article("Talks", f"{words}.", published="2025-08-16")
    assert historic_event(document, claim(document, words, Mode.NARRATED)) == "geneva-2021"


def test_every_fault_is_told_at_once() -> None:
    text = """\
series: {G7: [G7]}
events:
- {key: a-2019, name: A, place: [X], from: 2019-01-02, to: 2019-01-01, participants: [USA]}
- {key: A, name: A, place: [X], from: 2019-13-02, to: 2019-01-01, participants: [USB]}
- {key: a-2019, place: [X], from: 2019-01-01, to: 2019-01-01, participants: [USA], day: 1}
- {key: b-2019, name: B, place: [X], from: 2019-01-01, to: 2019-01-01, participants: [USA],
   series: G9, people: {CHN: [Xi]}}
- B
"""
    with pytest.raises(PackError) as caught:
        read_events(text, "events.yaml")
    assert [(p.line, p.what) for p in caught.value.problems] == [
        (5, "'a-2019' stands twice"),
        (3, "it ends before it begins"),
        (4, "a key names place or row, and year"),
        (4, "'2019-13-02' is no date"),
        (4, "no participant 'USB'"),
        (5, "no 'name'"),
        (5, "unknown field 'day'"),
        (7, "no series 'G9'"),
        (7, "'CHN' is no participant"),
        (8, "not an event"),
    ]


def test_an_unknown_key_is_the_users_own() -> None:
    assert event_named("my-own-event") is None
