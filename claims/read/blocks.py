"""Cut a text into blocks: headline, caption, body, boilerplate, turn."""

from claims.model import Block, BlockKind, Span


def blocks(text: str) -> tuple[Block, ...]:
    """Return the paragraphs of a text and what each is for."""
    found = []
    start = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            first = start + line.index(words)
            found.append(Block(kind=BlockKind.BODY, span=Span(first, first + len(words))))
        start += len(line) + 1
    return tuple(found)
