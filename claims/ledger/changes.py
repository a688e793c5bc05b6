"""What another reading of a document changed: claims gained, lost and relabelled."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.ledger.alike import normalised
from claims.model import Claim, Span

_SAME_WORDS = 80.0  # rapidfuzz's ratio; a rule that cuts its words otherwise keeps most of them
_SAME_PLACE = 0.5  # share of the shorter one's characters


@dataclass(frozen=True, slots=True)
class Change:
    """One claim before and after; None before for a gained one, None after for a lost one."""

    before: Claim | None
    after: Claim | None

    @property
    def kind(self) -> str:
        """Return gained, lost or relabelled."""
        if self.before is None:
            return "gained"
        return "lost" if self.after is None else "relabelled"


def changes(before: Sequence[Claim], after: Sequence[Claim], *, same_text: bool) -> list[Change]:
    """Return what differs, in the order of the text; ``same_text`` lets spans be compared."""
    pairs = [
        (-_likeness(old, new, same_text), i, j)
        for i, old in enumerate(before)
        for j, new in enumerate(after)
        if _likeness(old, new, same_text)
    ]
    partner: dict[int, int] = {}
    for _, i, j in sorted(pairs):
        if i not in partner and j not in partner.values():
            partner[i] = j
    lost = [Change(old, None) for i, old in enumerate(before) if i not in partner]
    told = [
        Change(before[i], after[j])
        for i, j in sorted(partner.items())
        if _label(before[i]) != _label(after[j])
    ]
    gained = [Change(None, new) for j, new in enumerate(after) if j not in partner.values()]
    return sorted([*lost, *told, *gained], key=_place)


def label_of(claim: Claim) -> str:
    """Return who takes which stance towards whom, in one line."""
    who = claim.speaker_country or claim.speaker or "?"
    return f"{who} {claim.stance} {claim.target_country or claim.target or '?'}"


def _likeness(old: Claim, new: Claim, same_text: bool) -> float:
    """Return how surely two claims are one before and after, 0.0 for not at all."""
    from rapidfuzz import fuzz

    if old.id == new.id:
        return 1000.0
    alike = 200.0 * (old.stance == new.stance) + 100.0 * (old.speaker == new.speaker)
    alike += 50.0 * (old.target_country == new.target_country)
    if same_text:
        shared = overlap(old.spans, new.spans)
        return alike + 100.0 * shared if shared >= _SAME_PLACE else 0.0
    ratio = fuzz.ratio(normalised(old.words), normalised(new.words))
    return alike + ratio if ratio >= _SAME_WORDS else 0.0


def overlap(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Return the share of the shorter one's characters that both have, 0.0 to 1.0."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    shorter = min(sum(s.end - s.start for s in one), sum(s.end - s.start for s in other))
    return shared / shorter if shorter else 0.0


def _label(claim: Claim) -> tuple[object, ...]:
    who = (claim.speaker, claim.speaker_country, claim.target, claim.target_country)
    return claim.stance, *who, claim.historic, claim.uncertain


def _place(change: Change) -> tuple[object, ...]:
    claim = change.after or change.before
    return (claim.spans, claim.id) if claim else ((), "")
