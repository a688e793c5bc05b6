"""Claims made by hand: tables need no parser."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from claims.model import Claim, Mode, Span

Make = Callable[..., Claim]


@pytest.fixture
def make() -> Make:
    """Return a function that makes a claim of which only the named fields matter."""
    number = 0

    def claim(**given: Any) -> Claim:
        nonlocal number
        number += 1
        known: dict[str, Any] = {
            "id": f"c{number:03}",
            "document": "a",
            "published": date(2024, 12, 3),
            "event": "",
            "speaker": "Wang Yi",
            "speaker_role": "Foreign Minister",
            "speaker_country": "CHN",
            "reporter": "",
            "stance": "denial",
            "sub_stance": "deny_fact",
            "target": "United States",
            "target_country": "USA",
            "topic": "",
            "mode": Mode.DIRECT,
            "words": "the accusation is groundless and we reject it",
            "spans": (Span(0, 45),),
            "cue": "said",
            "evidence": (Span(18, 28),),
            "rules": ("denial.groundless",),
        }
        return Claim(**{**known, **given})

    return claim
