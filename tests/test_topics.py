"""A claim's topic comes from its words, else from its passage."""

import pytest

from claims.topics import topic_of, topics


@pytest.mark.parametrize(
    ("words", "passage", "topic"),
    [
        pytest.param("they hacked our networks", "", "cyber", id="its words"),
        pytest.param("it is groundless", "Tariffs on steel hurt trade", "trade", id="its passage"),
        pytest.param("it is groundless", "A tariff was named", "", id="one word of its passage"),
        pytest.param("our relations will grow", "", "bilateral", id="only the relationship"),
        pytest.param("trade relations, ties and trust", "", "trade", id="a subject comes first"),
        pytest.param("he aided us", "", "", id="AI is written in capitals"),
        pytest.param("nothing of the kind", "nobody knows", "", id="none"),
    ],
)
def test_a_topic_is_told_by_its_words(words: str, passage: str, topic: str) -> None:
    assert topic_of(words, passage) == topic


def test_topic_keys_are_used_once() -> None:
    keys = [topic.key for topic in topics()]
    assert len(keys) == len(set(keys)) >= 25
