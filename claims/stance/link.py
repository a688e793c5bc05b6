"""Link a denial to the accusation that it answers, and to whoever made it."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from claims.model import (
    Actor,
    Attribution,
    Block,
    BlockKind,
    Claim,
    Considered,
    Document,
    Mode,
    Span,
)

_OF_A_CROWD = frozenset({"certain", "some", "relevant", "individual", "other", "foreign"})
_NEAR = 400  # characters, about two sentences: a charge so close needs no word in common
# beginnings of words that tell of a charge
_CHARGING = frozenset(
    "accuse accusa allege allega charge blamed blames claim claims claime sugges compla insinu "
    "report rumour rumor suspec alarm eviden proof dossie".split()
)
_ANSWER = 400  # characters of an answer in which the question's charge is still spoken of
_ALIKE = 2  # words in common by which a denial far from a charge is known for its answer
# stems of words that say nothing of what a charge is about
_EMPTY = frozenset(
    "accusa accuse allega allege charge claims claime claimi denied denies denyin report reject "
    "dismis called called calls saying about again agains after before being could would should "
    "their there these those which while where other others people countr nation state states "
    "govern presid minist offici never nothin anythi someth".split()
)


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
    found = []
    for i, denial in enumerate(claims):
        if denial.stance != "denial":
            continue
        asked = _exchange(denial, document)
        ranked = [
            (_closeness(denial, other), -abs(i - j), other)
            for j, other in enumerate(claims)
            if other.stance == "accusation" and _swapped(denial, other)
            if _in_reach(denial, other, asked)
        ]
        if ranked:
            score, _, best = max(ranked, key=lambda entry: entry[:2])
            why = "accuser and accused swapped" + (f", {score} words shared" if score else "")
            found.append(Answer(denial.id, best.id, why))
    return tuple(found)


def unasked(
    claims: Sequence[Claim],
    seeking: Set[str],
    document: Document,
    attributions: Sequence[Attribution],
) -> frozenset[str]:
    """Return the ids of the claims that deny only as an answer, and that answer no other state.

    "No soldier crossed the river" is a denial where somebody has just said that one did: right
    before it, in the question, or earlier in words that both share.

    Args:
        claims: In reading order.
        seeking: Ids of the claims whose rule wants an accuser.
        document: Where they stand.
        attributions: Who says what in it.
    """
    if not seeking:
        return frozenset()
    charges = [c for c in claims if c.stance == "accusation" and c.speaker_country is not None]
    return frozenset(
        claim.id
        for claim in claims
        if claim.id in seeking
        if not any(_provokes(charge, claim, document) for charge in charges)
        if _contradicted(claim, document, attributions) is None
        if not _is_asked_about(claim, document)
    )


def _provokes(charge: Claim, denial: Claim, document: Document) -> bool:
    """Return whether a charge stands so before a denial that it can be what is denied."""
    gap = denial.spans[0].start - charge.spans[-1].end
    if not _swapped(denial, charge) or denial.spans[0].start < charge.spans[0].start:
        return False
    if gap <= _NEAR or _closeness(denial, charge) >= _ALIKE:
        return True
    exchange = _exchange(denial, document)
    return exchange is not None and exchange.covers(charge.spans[0]) and gap <= _NEAR + _ANSWER


def _contradicted(
    denial: Claim, document: Document, attributions: Sequence[Attribution]
) -> tuple[Actor, Attribution] | None:
    """Return which other state has just said, in words that the denial takes up, what it denies.

    "Kigali says that Ugandan soldiers crossed the river": "no soldier of ours was there".
    """
    begin, theirs = denial.spans[0].start, _stems(denial.words)
    exchange = _exchange(denial, document)
    for attribution in reversed(attributions):
        speech = attribution.statement.speech
        if attribution.statement.mode is Mode.TURN or speech[-1].end > begin:
            continue
        near = begin - speech[-1].end <= _NEAR
        if not near and not (exchange is not None and exchange.covers(speech[0])):
            continue
        others = [
            a for a in attribution.speakers if a.country not in {None, denial.speaker_country}
        ]
        if others and any(_stems(piece.of(document.text)) & theirs for piece in speech):
            return others[0], attribution
    return None


def _is_asked_about(denial: Claim, document: Document) -> bool:
    """Return whether the words right before, a question or a report, charge somebody with it."""
    begin = denial.spans[0].start
    exchange = _exchange(denial, document)
    start = begin - _NEAR if exchange is None else max(exchange.start, begin - _NEAR - _ANSWER)
    before = document.text[max(start, 0) : begin]
    charged = any(stem in _CHARGING for stem in (w[:6].lower() for w in before.split()))
    return charged and len(_stems(before) & _stems(denial.words)) >= _ALIKE


def aimed_at_accusers(
    claims: Sequence[Claim],
    seeking: Set[str],
    document: Document,
    attributions: Sequence[Attribution],
) -> list[Claim]:
    """Return the claims, denials that name nobody aimed at whom they answer (CAMEO 016).

    That is who made the charge, or whose words the question quotes; nobody, where the text does
    not say it.

    Args:
        claims: In reading order.
        seeking: Ids of the denials whose rule looks for an accuser; who denies to be a victim
            answers none.
        document: Where they stand.
        attributions: Who says what in it.
    """
    by_id = {claim.id: claim for claim in claims}
    accuser = {answer.denial: by_id[answer.accusation] for answer in answers(claims, document)}
    aimed = []
    for claim in claims:
        if claim.id not in seeking or claim.stance != "denial" or _names_somebody(claim):
            aimed.append(claim)
        elif claim.id in accuser:
            aimed.append(_aimed(claim, accuser[claim.id]))
        else:
            aimed.append(_at_the_quoted(claim, document, attributions))
    return aimed


def _names_somebody(denial: Claim) -> bool:
    """Return whether the target is a party, and not the charge itself ("the accusation").

    "Certain countries" are not named on purpose, and stay so.
    """
    words = denial.target.split()
    if denial.target_country is not None or set(words) & _OF_A_CROWD:
        return True
    return any(not word.islower() for word in words[-1:])


def _aimed(denial: Claim, accusation: Claim) -> Claim:
    why = f"aimed at whom it answers, the accuser of claim {accusation.id}"
    accuser = Actor(name=accusation.speaker, country=accusation.speaker_country)
    return _aimed_at(denial, accuser, why, accusation.evidence)


def _aimed_at(denial: Claim, accuser: Actor, why: str, evidence: tuple[Span, ...]) -> Claim:
    answered = Considered(rule=denial.rules[0], outcome=why, evidence=evidence)
    return replace(
        denial,
        target=accuser.name,
        target_country=accuser.country,
        considered=(*denial.considered, answered),
    )


def _at_the_quoted(denial: Claim, document: Document, attributions: Sequence[Attribution]) -> Claim:
    """Return the denial aimed at the one other state whose words the question holds."""
    if (opponent := _contradicted(denial, document, attributions)) is not None:
        why = "aimed at whom it contradicts"
        return _aimed_at(denial, opponent[0], why, opponent[1].statement.cue)
    exchange = _exchange(denial, document)
    if exchange is None or denial.mode is not Mode.TURN:
        return denial
    told = [
        (actor, attribution)
        for attribution in attributions
        for actor in attribution.speakers
        if actor.country not in {None, denial.speaker_country}
        if attribution.statement.mode is not Mode.TURN
        and exchange.covers(attribution.statement.speech[0])
        and attribution.statement.speech[0].end <= denial.spans[0].start
    ]
    if len({actor.country for actor, _ in told}) != 1:
        return denial
    actor, attribution = told[-1]
    return _aimed_at(denial, actor, "aimed at whom the question quotes", attribution.statement.cue)


def _exchange(denial: Claim, document: Document | None) -> Span | None:
    """Return the turn that a denial stands in, with the turn before it; None outside turns."""
    turns = [b for b in document.blocks if b.kind is BlockKind.TURN] if document else []
    here = next((i for i, b in enumerate(turns) if b.span.meets(denial.spans[0])), None)
    if here is None:
        return None
    answer = _first_of_turn(turns, here)
    question = _first_of_turn(turns, max(answer - 1, 0))
    return Span(turns[question].span.start, turns[here].span.end)


def _first_of_turn(turns: Sequence[Block], place: int) -> int:
    """Return where the turn begins that a block continues: a turn's blocks share its label."""
    while place > 0 and turns[place - 1].label == turns[place].label:
        place -= 1
    return place


def _swapped(denial: Claim, accusation: Claim) -> bool:
    if denial.speaker_country is None or accusation.target_country != denial.speaker_country:
        return False
    if accusation.speaker_country == denial.speaker_country:
        return False
    return denial.target_country in {None, accusation.speaker_country}


def _in_reach(denial: Claim, accusation: Claim, exchange: Span | None) -> bool:
    """Return whether a denial can answer an accusation: of the same words, or close to it."""
    if denial.target_country is not None or _closeness(denial, accusation):
        return True
    if exchange is not None:
        return exchange.covers(accusation.spans[0])
    gap = max(denial.spans[0].start, accusation.spans[0].start) - min(
        denial.spans[-1].end, accusation.spans[-1].end
    )
    return gap <= _NEAR


def _closeness(denial: Claim, accusation: Claim) -> int:
    """Return how many words that say what it is about the two share."""
    return len(_stems(denial.words) & _stems(accusation.words))


def _stems(words: str) -> set[str]:
    """Return the beginnings of the content words, without names."""
    bare = [word.strip(".,“”\"'‘’();:") for word in words.split()]
    return {word[:6] for word in bare if len(word) > 4 and word.islower()} - _EMPTY
