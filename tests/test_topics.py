"""A claim's topic comes from its words, else from what stands nearest to it."""

import pytest

from claims.errors import PackError
from claims.model import Claim, Document, Mode, Span
from claims.read import blocks
from claims.topicbook import hits, read_topics
from claims.topics import topic_name, topic_of, topics


def topic(text: str, words: str, title: str = "") -> str:
    """Return the topic of some words of a text."""
    document = Document(id="a", text=text, title=title, blocks=blocks(text))
    start = text.index(words)
    claim = Claim(
        id="c", document="a", published=None, event="", speaker="", speaker_role="",
        speaker_country=None, reporter="", stance="denial", sub_stance="", target="",
        target_country=None, topic="", mode=Mode.INDIRECT, words=words,
        spans=(Span(start, start + len(words)),), cue="", evidence=(), rules=(),
    )  # fmt: skip
    return topic_of(document, claim)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        pytest.param(
            "She said they hacked our networks, whatever the tariffs.",
            "they hacked our networks", "cyber", id="its words",
        ),
        pytest.param(
            "Asked about the tariffs, she called it groundless.", "groundless", "trade",
            id="its sentence",
        ),
        pytest.param(
            "Oslo raised tariffs. Bern called the step groundless.", "groundless", "trade",
            id="the sentence before",
        ),
        pytest.param(
            "Oslo shut a mosque. It raised tariffs. It did so twice. Bern was not amused. "
            "It called that groundless.", "that groundless", "",
            id="sentences further off may speak of other things",
        ),
        pytest.param(
            "Oslo raised tariffs. So it went on. Nobody cared. Bern called it groundless.",
            "it groundless", "trade", id="a paragraph that speaks of one thing only",
        ),
        pytest.param(
            "We trust in our ties and in trade.", "our ties and in trade", "trade",
            id="a subject comes before the relationship",
        ),
        pytest.param(
            "Our ties will grow, he said of the tariffs.", "Our ties will grow", "trade",
            id="also where it stands beside",
        ),
        pytest.param(
            "Our ties will grow. That is sure.", "Our ties will grow", "bilateral",
            id="only the relationship",
        ),
        pytest.param("He said he aided us.", "he aided us", "", id="AI is written in capitals"),
        pytest.param(
            "He wished for healthy ties.", "healthy ties", "bilateral",
            id="a turn of phrase has the word and not its meaning",
        ),
        pytest.param(
            "He spoke of climate\nchange and climate change.", "climate\nchange", "climate",
            id="over the end of a line",
        ),
        pytest.param("Nobody knows it.", "Nobody knows it", "", id="none"),
    ],
)  # fmt: skip
def test_the_nearest_words_tell(text: str, words: str, expected: str) -> None:
    assert topic(text, words) == expected


def test_a_headline_tells_what_an_article_leaves_out() -> None:
    """It stands behind the sentences before, and before the rest of the paragraph."""
    assert topic("Bern called it groundless.", "it groundless", "Tariffs rise") == "trade"


def test_an_answer_is_about_what_was_asked() -> None:
    """A question that names nothing goes on with what was spoken of."""
    text = (
        "Q: What do you say to the hacking of your networks?\n\nMR. WEBER: I deny it.\n\n"
        "Q: And to the tariffs?\n\nMR. WEBER: That is a bad step.\n\nIt is wrong.\n\n"
        "Q: Will you stay?\n\nMR. WEBER: Yes, of course.\n"
    )
    answers = ("I deny it", "That is a bad step", "It is wrong", "Yes, of course")
    assert [topic(text, words) for words in answers] == ["cyber", "trade", "trade", "trade"]


def test_of_two_terms_the_longer_counts() -> None:
    keys = [topics()[hit.topic].key for hit in hits("trade wars, positive energy, peace talks")]
    assert keys == ["trade", "ceasefire-peace"]


def test_topic_keys_are_used_once() -> None:
    keys = [topic.key for topic in topics()]
    assert len(keys) == len(set(keys)) >= 25


def test_an_unknown_topic_is_shown_as_it_is() -> None:
    assert (topic_name("cyber"), topic_name("my-own")) == ("Cyber-security", "my-own")


def test_every_fault_is_told_at_once() -> None:
    text = """\
topics:
- {key: a, name: A, words: [x]}
- {key: b, name: B}
- {key: c, name: C, words: [x], colour: red}
- {key: d, name: D, words: ["*"]}
"""
    with pytest.raises(PackError) as caught:
        read_topics(text, "topics.yaml")
    assert [(p.line, p.what) for p in caught.value.problems] == [
        (3, "not a topic"),
        (4, "not a topic"),
        (5, "not a topic"),
    ]
