"""Link a denial to the accusation that it answers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.model import Claim, Considered

_OF_A_CROWD = frozenset({"certain", "some", "relevant", "individual", "other", "foreign"})


@dataclass(frozen=True, slots=True)
class Answer:
    """A denial and the accusation it answers, by their ids.

    Attributes:
        why: What they share: accuser and accused swapped, or words.
    """

    denial: str
    accusation: str
    why: str


def answers(claims: Sequence[Claim]) -> tuple[Answer, ...]:
    """Return each denial's accusation: the nearest one before it that accuses the denier.

    Accuser and accused must be swapped; a denial that names no accuser answers whoever accused
    its speaker. Claims come in reading order.
    """
    found = []
    for i, denial in enumerate(claims):
        if denial.stance != "denial":
            continue
        ranked = [
            (_closeness(denial, other), -abs(i - j), other)
            for j, other in enumerate(claims)
            if other.stance == "accusation" and _swapped(denial, other)
        ]
        if ranked:
            score, _, best = max(ranked, key=lambda entry: entry[:2])
            why = "accuser and accused swapped" + (f", {score} words shared" if score else "")
            found.append(Answer(denial.id, best.id, why))
    return tuple(found)


def aimed_at_accusers(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims, denials that name nobody aimed at whom they answer (CAMEO 016)."""
    by_id = {claim.id: claim for claim in claims}
    accuser = {answer.denial: by_id[answer.accusation] for answer in answers(claims)}
    return [
        _aimed(claim, accuser[claim.id])
        if claim.id in accuser and not _names_somebody(claim)
        else claim
        for claim in claims
    ]


def _names_somebody(denial: Claim) -> bool:
    """Return whether the target is a party, and not the charge itself ("the accusation").

    "Certain countries" are not named on purpose, and stay so.
    """
    words = denial.target.split()
    if denial.target_country is not None or set(words) & _OF_A_CROWD:
        return True
    return any(not word.islower() for word in words[-1:])


def _aimed(denial: Claim, accusation: Claim) -> Claim:
    answered = Considered(
        rule=denial.rules[0],
        outcome=f"aimed at whom it answers, the accuser of claim {accusation.id}",
        evidence=accusation.evidence,
    )
    return replace(
        denial,
        target=accusation.speaker,
        target_country=accusation.speaker_country,
        considered=(*denial.considered, answered),
    )


def _swapped(denial: Claim, accusation: Claim) -> bool:
    if denial.speaker_country is None or accusation.target_country != denial.speaker_country:
        return False
    if accusation.speaker_country == denial.speaker_country:
        return False
    return denial.target_country in {None, accusation.speaker_country}


def _closeness(denial: Claim, accusation: Claim) -> int:
    """Return how many content words the two share."""
    return len(_stems(denial.words) & _stems(accusation.words))


def _stems(words: str) -> set[str]:
    return {word.strip(".,“”\"'").lower()[:6] for word in words.split() if len(word) > 4}
