"""What a parser says of a text."""

from typing import NamedTuple


class Analysis(NamedTuple):
    """The words of a text, in columns.

    Attributes:
        spaces: 1 where a blank stands behind the word.
        tags: Penn tags.
        labels: Of the arc from the governor.
        heads: How far the governor stands behind the word, in words; 0 for a root.
        opening: The places where sentences begin, without the first.
    """

    words: list[str]
    spaces: list[int]
    tags: list[str]
    labels: list[str]
    heads: list[int]
    opening: list[int]
