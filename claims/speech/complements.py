"""What a verb governs: where its clause, object or infinitive starts and ends."""

from claims.model import Span
from claims.speech.draft import minus
from claims.speech.governed import that_behind
from claims.speech.scene import Scene
from claims.speech.sentences import end_of_sentence
from claims.tokens import Token

_COMPLETING = frozenset(
    {"for", "as", "of", "to", "with", "against", "from", "about", "over", "into", "toward", "on"}
)
_SETS_OFF = frozenset({"—", "–", "--", "-", "(", "-LRB-"})
_GOVERNED = frozenset({"dobj", "ccomp", "xcomp"})
_HEARSAY = frozenset({"reportedly", "allegedly", "purportedly", "supposedly", "apparently"})
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june"
    " july august september october november december morning afternoon evening week month"
    " year".split()
)
_WH = frozenset({"WP", "WRB", "WDT", "WP$"})
_PREDICATES = frozenset({"oprd", "acomp"})
_ASKS = frozenset({"whether", "if"})


def clause_kind(kid: Token) -> str:
    """Return the frame that a clausal complement makes."""
    edge = kid.left_edge
    if edge.tag_ in _WH or edge.lower_ in _ASKS:
        return "wh"
    has_to = has_subject = has_auxiliary = False
    for child in kid.children:
        has_to = has_to or child.tag_ == "TO"
        has_subject = has_subject or child.dep_ == "nsubj"
        has_auxiliary = has_auxiliary or child.dep_ == "aux"
    if has_to:
        return "object-to" if has_subject else "to"
    if kid.tag_ == "VBG" and not has_auxiliary:
        return "ing"
    if kid.dep_ in _PREDICATES or (kid.dep_ == "xcomp" and not has_subject):
        return "small"
    return "clause"


def distant_that(scene: Scene, verb: Token) -> Token | None:
    """Return the "that" of a clause the parser hung elsewhere, on the verb's side of all marks."""
    that = that_behind(verb)
    return None if that is None or scene.parted(that, verb) else that


def from_that(scene: Scene, that: Token) -> Span:
    """Return a that-clause the parser hung elsewhere: "predicted at the summit that …"."""
    return Span(scene.at(that), end_of_sentence(scene.text, Span(scene.at(that), scene.span.end)))


def rest_of_sentence(scene: Scene, verb: Token) -> Span | None:
    """Return what follows a verb in its sentence, if a verb of its own stands there.

    The parser makes an object of a clause's subject when the clause is long.
    """
    doc = scene.passage.doc
    if verb.i + 2 >= len(doc) or doc[verb.i + 1].tag_ in {"TO", ",", ".", ":", "``", "''"}:
        return None
    end = end_of_sentence(scene.text, Span(scene.end(verb), scene.span.end))
    for i in range(verb.i + 2, min(len(doc), verb.i + 60)):
        token = doc[i]
        if scene.at(token) >= end:
            return None
        if token.tag_ in {"VBD", "VBZ", "VBP", "MD"} and token.dep_ != "relcl":
            return Span(scene.end(verb), end)
    return None


def whole_clause(scene: Scene, verb: Token, kid: Token) -> Span:
    """Return a clause, to the end of its sentence where the parser broke it off.

    It did so where the next word is no mark and does not hang on the cue either.
    """
    span = scene.below(kid)
    doc = scene.passage.doc
    if kid.right_edge.i + 1 >= len(doc):
        return span
    behind = doc[kid.right_edge.i + 1]
    second = _second_half(verb, behind)
    if second is not None and not scene.parted(second, kid):
        return Span(span.start, scene.end(second.right_edge))
    if behind.is_punct or behind.is_space or behind.head.i == verb.i or behind.dep_ == "cc":
        return span
    if scene.parted(behind, verb):
        return span
    if any(above.i == verb.i for above in behind.ancestors):
        return span
    return Span(span.start, end_of_sentence(scene.text, Span(span.end, scene.span.end)))


def _second_half(verb: Token, start: Token) -> Token | None:
    """Return the clause of the verb that starts right behind one: the parser made two of it."""
    for child in verb.rights:
        if child.dep_ == "ccomp" and child.left_edge is start:
            return child
    return None


def end_of_complement(verb: Token, start: Token) -> Token:
    """Return where a complement ends: with what completes it, not with when, where and why."""
    last = _end_of_phrase(start)
    if last is not start.right_edge:
        return last
    for child in verb.rights:
        if child.i <= last.i:
            continue
        if not _completes(child):
            break
        last = child.right_edge
    return last


def _completes(child: Token) -> bool:
    """Return whether what follows an object belongs to it: "a plan to cut", "talks with Iran"."""
    if child.dep_ in {"oprd", "ccomp"}:
        return True
    if child.dep_ in {"advcl", "xcomp"}:
        return child.left_edge.tag_ == "TO"
    return child.dep_ in {"prep", "dative"} and child.lower_ in _COMPLETING


def _end_of_phrase(head: Token) -> Token:
    """Return the last token of a noun phrase, before a clause or aside that only adds to it."""
    doc = head.doc
    for i in range(head.i + 1, head.right_edge.i + 1):
        token = doc[i]
        if token.text in _SETS_OFF and (token.text != "-" or token.nbor(-1).whitespace_):
            return doc[i - 1]
        if token.text == "," and i < head.right_edge.i and doc[i + 1].tag_ in _WH:
            return doc[i - 1]
    return head.right_edge


def raised_subject(scene: Scene, verb: Token) -> list[Span]:
    """Return the subject of a passive, which belongs to what is said ("Iran is said to …")."""
    for child in verb.children:
        if child.dep_ in {"nsubjpass", "nsubj"} and child.lower_ != "it":
            return [scene.below(child)]
    if verb.dep_ == "acl" and verb.head.i < verb.i:
        return [Span(scene.at(verb.head.left_edge), scene.at(verb.left_edge))]
    return []


def is_expletive(verb: Token) -> bool:
    """Return whether "it" only fills the subject's place: "it is said that"."""
    return any(c.dep_ in {"nsubjpass", "nsubj", "expl"} and c.lower_ == "it" for c in verb.children)


def interrupted(scene: Scene, verb: Token, head: Token | None, spans: list[Span]) -> list[Span]:
    """Cut the reporting clause out of words that it interrupts ("Talks, he said, go on")."""
    at = scene.at(verb)
    if not any(span.start < at < span.end for span in spans):
        return spans
    last = verb
    for child in verb.children:
        if child.dep_ not in {"ccomp", "conj", "cc"} and child.right_edge.i > last.i:
            if child.dep_ == "punct":
                continue
            last = child.right_edge
    first = verb if head is None or head.i > verb.i else head.left_edge
    hole = Span(min(scene.at(first), at), scene.end(last))
    return minus(spans, [hole])


def hearsay(scene: Scene, verb: Token) -> list[Span]:
    """Return the clause that a participle's agent vouches for.

    "The raid, detailed by the bureau, reportedly took hours": who details it says what it took.
    """
    doc = scene.passage.doc
    behind = verb.right_edge.i + 1
    if verb.dep_ != "acl" or behind >= len(doc) or doc[behind].text != ",":
        return []
    if not any(token.lower_ in _HEARSAY for token in doc[behind + 1 : behind + 4]):
        return []
    start = scene.end(doc[behind])
    return [Span(start, end_of_sentence(scene.text, Span(start, scene.span.end)))]


def is_time(noun: Token) -> bool:
    """Return whether a noun tells when: "said on Friday" is not about Friday."""
    return noun.lower_ in _TIMES or (noun.tag_ == "CD" and len(noun) == 4)


def fronted_object(scene: Scene, verb: Token) -> list[Span]:
    """Return what a relative clause leaves out of its verb: "the deal (that) he praised"."""
    if verb.dep_ != "relcl" or verb.head.i > verb.i:
        return []
    front = next((c for c in verb.children if c.dep_ in {"dobj", "pobj"} and c.i < verb.i), None)
    if front is not None and front.lower_ != "that":
        return [scene.run(front, front)] if front.tag_ in _WH else []
    if any(
        child.dep_ in {"dobj", "ccomp", "xcomp"} and child.i > verb.i for child in verb.children
    ):
        return []
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None or subject.tag_ in _WH:
        return []
    noun = verb.head
    first = verb.left_edge if front is None else front
    end = min(scene.at(first), scene.at(subject.left_edge))
    return [Span(scene.at(noun.left_edge), end)]
