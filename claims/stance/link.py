"""Link a denial to the accusation that it answers, and to whoever made it."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from claims.model import Actor, Block, Claim, Considered, Document, Span
from claims.stance.charges import (
    NEAR,
    Telling,
    closeness,
    contradicted,
    exchange,
    is_asked_about,
    maker,
    provokes,
    quoted,
    spoken_of,
    swapped,
    turns_of,
)

_OF_A_CROWD = frozenset(
    "certain some relevant individual other foreign several many western various".split()
)
_HARD = frozenset({"accusation", "grievance"})  # what is said against a state, named so or not


@dataclass(frozen=True, slots=True)
class Answer:
    """A denial and the accusation it answers, by their ids.

    Attributes:
        why: What they share: accuser and accused swapped, or words.
    """

    denial: str
    accusation: str
    why: str


def answers(claims: Sequence[Claim], document: Document | None = None) -> tuple[Answer, ...]:
    """Return each denial's accusation: one that accuses the denier, of the same matter or near by.

    Accuser and accused must be swapped; a denial that names no accuser answers whoever accused
    its speaker in the sentences about it, in the question it replies to, or in the same words.
    Claims come in reading order.
    """
    found, turns = [], turns_of(document)
    for place, denial in enumerate(claims):
        if denial.stance != "denial":
            continue
        best = _answered(place, claims, turns, frozenset({"accusation"}))
        if best is not None:
            score = closeness(denial, best)
            why = "accuser and accused swapped" + (f", {score} words shared" if score else "")
            found.append(Answer(denial.id, best.id, why))
    return tuple(found)


def _answered(
    place: int, claims: Sequence[Claim], turns: Sequence[Block], stances: Set[str]
) -> Claim | None:
    """Return what a denial answers: of most words in common with it, then the nearest."""
    denial = claims[place]
    asked = exchange(denial, turns)
    ranked = [
        (closeness(denial, other), -abs(place - i), other)
        for i, other in enumerate(claims)
        if other.stance in stances and other.speaker_country and swapped(denial, other)
        if _in_reach(denial, other, asked)
    ]
    return max(ranked, key=lambda entry: entry[:2])[2] if ranked else None


def unasked(claims: Sequence[Claim], seeking: Set[str], telling: Telling) -> frozenset[str]:
    """Return the ids of the claims that deny only as an answer, and that answer no other state.

    "No soldier crossed the river" is a denial where somebody has just said that one did: right
    before it, in the question, or earlier in words that both share.

    Args:
        claims: In reading order.
        seeking: Ids of the claims whose rule wants an accuser.
        telling: The document that they stand in.
    """
    if not seeking:
        return frozenset()
    charges = [c for c in claims if c.stance in _HARD]
    return frozenset(
        claim.id
        for claim in claims
        if claim.id in seeking
        if not _is_provoked(claim, charges, telling)
        if contradicted(claim, telling) is None
        if not is_asked_about(claim, telling)
        if not _takes_it_up(claim, telling)
    )


def _is_provoked(denial: Claim, charges: Sequence[Claim], telling: Telling) -> bool:
    """Return whether one of the charges stands so before a denial that it can be what is denied."""
    asked = exchange(denial, telling.turns)
    return any(provokes(charge, denial, asked) for charge in charges)


def _takes_it_up(denial: Claim, telling: Telling) -> bool:
    """Return whether a denial says that something was charged: "I reject that", said of us."""
    return denial.sub_stance == "reject_accusation" and spoken_of(denial, telling) is not None


def aimed_at_accusers(claims: Sequence[Claim], seeking: Set[str], telling: Telling) -> list[Claim]:
    """Return the claims, denials that name nobody aimed at whom they answer (CAMEO 016).

    That is who made the charge, or whose words the question quotes; nobody, where the text does
    not say it.

    Args:
        claims: In reading order.
        seeking: Ids of the denials whose rule looks for an accuser; who denies to be a victim
            answers none.
        telling: The document that they stand in.
    """
    return [
        _aimed(place, claims, telling)
        if claim.id in seeking and claim.stance == "denial" and not _names_somebody(claim)
        else claim
        for place, claim in enumerate(claims)
    ]


def _names_somebody(denial: Claim) -> bool:
    """Return whether the target is a party, and not the charge itself ("the accusation").

    "Certain countries" are not named on purpose, and stay so.
    """
    words = denial.target.split()
    if denial.target_country is not None or set(denial.target.lower().split()) & _OF_A_CROWD:
        return True
    return any(not word.islower() for word in words[-1:])


def _aimed(place: int, claims: Sequence[Claim], telling: Telling) -> Claim:
    """Return the denial aimed at its accuser, sought from the plainest sign to the faintest."""
    denial = claims[place]
    for stances in (frozenset({"accusation"}), _HARD):
        if (charge := _answered(place, claims, telling.turns, stances)) is not None:
            accuser = Actor(name=charge.speaker, country=charge.speaker_country)
            why = f"aimed at whom it answers, the accuser of claim {charge.id}"
            return _aimed_at(denial, accuser, why, charge.evidence)
    for look, why in (
        (contradicted, "aimed at whom it contradicts"),
        (quoted, "aimed at whom the question quotes"),
        (spoken_of, "aimed at who spoke of the denier before"),
    ):
        if (found := look(denial, telling)) is not None:
            return _aimed_at(denial, found[0], why, found[1].statement.cue)
    if (named := maker(denial, telling)) is not None:
        return _aimed_at(denial, named[0], "aimed at whose charge is named", (named[1],))
    return denial


def _aimed_at(denial: Claim, accuser: Actor, why: str, evidence: tuple[Span, ...]) -> Claim:
    answered = Considered(rule=denial.rules[0], outcome=why, evidence=evidence)
    return replace(
        denial,
        target=accuser.name,
        target_country=accuser.country,
        considered=(*denial.considered, answered),
    )


def _in_reach(denial: Claim, charge: Claim, asked: Span | None) -> bool:
    """Return whether a denial can answer a charge: of the same words, or close to it."""
    if denial.target_country is not None or closeness(denial, charge):
        return True
    if asked is not None:
        return asked.covers(charge.spans[0])
    gap = max(denial.spans[0].start, charge.spans[0].start) - min(
        denial.spans[-1].end, charge.spans[-1].end
    )
    return gap <= NEAR
