"""The exact words of a claim: the quoted sentence, the reported clause, the narrated act."""

from collections.abc import Container
from dataclasses import dataclass

from claims.model import Mode, Span
from claims.stance.disputed import disputed
from claims.stance.match import Hit
from claims.stance.scene import Scene
from claims.stance.trimming import own_words
from claims.syntax import is_verb, objects, own_subject, shared_objects, whole
from claims.tokens import Token

_LEFT_OUT = frozenset({"parataxis", "punct", "cc", "meta", "intj"})
_JOINED = frozenset({"conj", "advcl", "acl", "xcomp", "relcl"})
_ASIDE = frozenset({"as", "while", "although", "though", "whereas"})
_COORDINATED = frozenset({"conj", "parataxis"})
_ANSWERS = frozenset({"accusation", "denial"})
_AND_SO_ON = (",", ";", "—", "–", "and ", "but ")
_SHORT = 300  # characters; a longer quotation is cut to the sentence that takes the stance
_BELOW = frozenset({"xcomp", "acl", "advcl", "pcomp", "relcl"})
_LONG = 150  # characters; of a longer sentence the clause that takes the stance is enough
_LOOK = 6  # characters behind the reported words that tell whether the clause goes on


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The places of a passage where other claims or other people's words begin.

    Attributes:
        heads: Places of all triggers of the passage.
    """

    scene: Scene
    hit: Hit
    heads: frozenset[int]

    def __contains__(self, place: object) -> bool:
        if place == self.hit.head.i:
            return False
        return place in self.heads or place in self.scene.cue_places(self.hit.passage)


def claim_words(scene: Scene, hit: Hit, others: Container[int] = ()) -> tuple[Span, ...]:
    """Return where the words of the claim stand, in reading order.

    Args:
        scene: The document.
        hit: What fired.
        others: Places of the other triggers and cues of the passage; a clause joined by "and"
            that holds none of them belongs to this claim.
    """
    pieces = scene.speech_at(hit.passage, hit.head)
    mode = hit.voice.statement.mode if hit.voice is not None else None
    trigger, denies = hit.passage.span(hit.tokens[0]), hit.rule.stance == "denial"
    whole = next((piece for piece in pieces if piece.covers(trigger)), None)
    if mode is Mode.DIRECT and whole is not None and whole.end - whole.start <= _SHORT:
        found = [whole]
    elif mode in {Mode.DIRECT, Mode.TURN}:
        sentence = hit.passage.span(hit.head.sent[0], hit.head.sent[-1])
        long = sentence.end - sentence.start > _LONG
        sentence = _clause_between(hit) if long else _without_others(hit, sentence)
        found = [_cut(piece, sentence) for piece in pieces if piece.meets(sentence)]
    elif denies and (behind := disputed(scene, hit, clause_span(hit, others).end)):
        found = [behind]
    elif hit.reporting and _reports(hit) and (said := _said(scene, hit)):
        found = list(said)
    elif hit.reporting and (charged := _charged(hit)) is not None:
        found = [charged]
    elif hit.reporting and (whole_act := _told_by_cue(scene, hit, others)) is not None:
        found = [whole_act]
    else:
        clause = _without_speaker(scene, hit, clause_span(hit, others))
        found = [_cut(piece, clause) for piece in pieces if piece.meets(clause)] or [clause]
    if _asks_clause(hit) and not pieces and (told := _told_around(scene, hit, found)):
        found = list(told)
    trimmed = (own_words(scene, hit.passage, span) for span in found)
    return tuple(sorted(span for span in trimmed if span is not None))


def _reports(hit: Hit) -> bool:
    """Return whether the words are what the trigger reports: "affirmed that the road is open"."""
    joint = hit.rule.stance == "cooperation" and any(c.dep_ == "ccomp" for c in hit.head.rights)
    return hit.head.dep_ == "acl" or joint


def _asks_clause(hit: Hit) -> bool:
    """Return whether the rule blames the subject of what is said."""
    asked = {*hit.rule.target, *(condition.slot for condition in hit.rule.requires)}
    return hit.reporting and "clause-subject" in asked


def _told_around(scene: Scene, hit: Hit, found: list[Span]) -> tuple[Span, ...]:
    """Return the words that a cue is only thrown into: "Chad has lied, the minister charged"."""
    introduced = scene.introduced_by(hit.passage, hit.head)
    speech = introduced.statement.speech if introduced is not None else ()
    return speech if not any(piece.meets(span) for piece in speech for span in found) else ()


def _charged(hit: Hit) -> Span | None:
    """Return the clause behind a noun, where its subject is blamed: "a charge that Chad lied"."""
    if not _asks_clause(hit) or is_verb(hit.head):
        return None
    clauses = [c for c in hit.head.children if c.dep_ == "acl" and own_subject(c) is not None]
    if not clauses:
        return None
    return _clause(clauses[0], hit)


def _told_by_cue(scene: Scene, hit: Hit, others: Container[int]) -> Span | None:
    """Return the whole clause where cue and words are one act: "expressed solidarity with Chad"."""
    verb = clause_head(hit.head)
    while verb.dep_ == "xcomp" and verb.head != verb:
        verb = clause_head(verb.head)
    cited = scene.introduced_by(hit.passage, verb)
    if cited is None or cited is not hit.voice:
        return None
    return _without_speaker(scene, hit, _clause(verb, hit, others))


def _without_speaker(scene: Scene, hit: Hit, clause: Span) -> Span:
    """Return the clause of a charge or denial from its predicate on, as far as that reports.

    "Chad, which is worried, accused Mali of theft, and left": "accused Mali of theft".
    """
    cited = scene.introduced_by(hit.passage, clause_head(hit.head))
    if cited is None or not hit.reporting or hit.rule.stance not in _ANSWERS:
        return clause
    verb, text = clause_head(hit.head), scene.parsed.document.text
    first = min(_start(verb), hit.tokens[0].i)
    begin = max(clause.start, hit.passage.span(verb.doc[first]).start)
    end = max(piece.end for piece in cited.statement.speech)
    goes_on = text[end : end + _LOOK].lstrip('”"’ ').startswith(_AND_SO_ON)
    if goes_on and hit.passage.span(hit.head).end < end < clause.end:
        return Span(begin, end)
    return Span(begin, clause.end)


def _clause_between(hit: Hit) -> Span:
    """Return the clause of a long sentence that holds the trigger, its subject included."""
    verb = clause_head(hit.head)
    while verb.head != verb and (verb.dep_ in _BELOW or _shares_subject(verb)):
        verb = clause_head(verb.head)
    return _clause(verb, hit)


def _without_others(hit: Hit, sentence: Span) -> Span:
    """Return the sentence without what it says of somebody else behind "and" or a semicolon.

    "We have agreed on a price, and the rest is decoration": the agreement alone.
    """
    main = hit.head
    while main.head != main and not (main.dep_ in _COORDINATED and own_subject(main) is not None):
        main = main.head
    behind = [child.left_edge for child in main.children if _is_of_others(child, main)]
    behind = [first for first in behind if first.i > hit.head.i]
    before = main.dep_ in _COORDINATED and _is_of_others(main, main.head)
    if not (behind or before):
        return sentence
    first = main.left_edge if before else main.sent[0]
    last = min((edge.i for edge in behind), default=main.sent.end) - 1
    while main.doc[last].dep_ in {"cc", "punct"} and last > hit.head.i:
        last -= 1
    return hit.passage.span(first, main.doc[last])


def _is_of_others(clause: Token, main: Token) -> bool:
    """Return whether a clause joined to another has a subject of its own, and a different one."""
    theirs, ours = own_subject(clause), own_subject(main)
    if clause.dep_ not in _COORDINATED or theirs is None:
        return False
    return ours is None or theirs.lower_ != ours.lower_


def _shares_subject(verb: Token) -> bool:
    """Return whether a clause joined by "and" has the subject of the one before."""
    return verb.dep_ == "conj" and not any(c.dep_.startswith("nsubj") for c in verb.children)


def _clause(verb: Token, hit: Hit, others: Container[int] = ()) -> Span:
    """Return a clause without what leads into it ("On Monday, in a letter, Chad accused …")."""
    first, last = _edges(verb, others)
    return hit.passage.span(verb.doc[_from_subject(verb, first, hit)], verb.doc[last])


def _from_subject(verb: Token, first: int, hit: Hit) -> int:
    """Return where a clause begins, at its subject if that stands before the verb.

    What takes the stance stays, wherever it stands ("If this theft goes on, it will …").
    """
    found = own_subject(verb)
    if found is None or found.i > verb.i:
        return first
    begin = found.left_edge.i
    return first if any(token.i < begin for token in hit.tokens) else max(first, begin)


def _said(scene: Scene, hit: Hit) -> tuple[Span, ...]:
    """Return what a participle reports: "the attack, detailed by the police, involved …"."""
    introduced = scene.introduced_by(hit.passage, hit.head)
    return introduced.statement.speech if introduced is not None else ()


def clause_span(hit: Hit, others: Container[int] = ()) -> Span:
    """Return the clause of the trigger, its conjuncts with verbs of their own left out."""
    verb = clause_head(hit.head)
    if hit.voice is not None and not hit.reporting:
        verb = _reported_head(hit, verb)
    first, last = _edges(verb, others)
    first = _from_subject(verb, first, hit)
    if hit.voice is None and verb.dep_ in _JOINED:
        first = max(first, _start(verb))
    return hit.passage.span(verb.doc[first], verb.doc[last])


def _start(verb: Token) -> int:
    """Return where the predicate begins: at its first auxiliary or the verb."""
    before = [child.i for child in verb.children if child.dep_ in {"aux", "auxpass", "neg"}]
    return min([verb.i, *before])


def _reported_head(hit: Hit, verb: Token) -> Token:
    """Return the verb of the whole reported clause that a clause is part of."""
    spans = hit.voice.statement.speech if hit.voice is not None else ()
    node = verb
    while node.dep_ not in {"conj", "ROOT", "parataxis"} and node.head != node:
        above = hit.passage.span(node.head)
        if not any(span.covers(above) for span in spans):
            break
        node = node.head
    return clause_head(node)


def clause_head(token: Token) -> Token:
    """Return the verb of the clause that a token stands in; the token itself if there is none.

    A participle behind a subject ("the attack, detailed by the police, involved …") belongs to
    the clause of that subject.
    """
    node = token
    if node.dep_ == "acl" and node.tag_ == "VBN" and node.head.dep_ in {"nsubj", "nsubjpass"}:
        node = node.head.head
    while not (is_verb(node) or node.pos_ == "AUX") or node.dep_ in {"aux", "auxpass", "amod"}:
        if node.head == node:
            return token
        node = node.head
    return node


def _edges(verb: Token, others: Container[int]) -> tuple[int, int]:
    """Return first and last place of a clause without conjoined clauses, asides and edge marks."""
    kept = [child for child in verb.children if not _is_apart(child, others)]
    first = min([verb.i, *(child.left_edge.i for child in kept)])
    return first, max([verb.i, *(child.right_edge.i for child in kept)])


def _is_apart(child: Token, others: Container[int]) -> bool:
    """Return whether what hangs on a verb is a clause of its own, an aside or a mark."""
    if child.dep_ in _LEFT_OUT:
        return True
    if child.dep_ == "conj" and is_verb(child):
        if (both := shared_objects(child.head)) and both == objects(child):
            return False  # "denied and condemned the charge"
        own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in child.children)
        return own or any(token.i in others for token in whole(child))
    return child.dep_ == "advcl" and any(c.lower_ in _ASIDE for c in child.children)


def _cut(piece: Span, window: Span) -> Span:
    return Span(max(piece.start, window.start), min(piece.end, window.end))
