"""Who speaks: the noun phrase of a cue's subject, its head and its kind."""

from claims.model import SourceKind, Span
from claims.speech.datelines import DATED, behind_dateline
from claims.speech.draft import Source, trimmed
from claims.speech.scene import Scene
from claims.syntax import is_passive, is_verb, own_subject, whole
from claims.tokens import Token

_NAME = 5  # words in quotation marks that a source's name may hold
_SHARES = frozenset({"conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "dep"})
_IMPERSONAL = frozenset({"it", "this", "that"})
WRITINGS = frozenset(
    "ad address article column comment commercial e-mail editorial email flier letter mailer"
    " memo message note op-ed petition post release response speech spot statement"
    " tweet video".split()
)
_TAKEN = frozenset({"take", "spend"})
_SPENT = frozenset({"time", "hour", "day", "week", "month", "year", "minute", "energy", "effort"})
_OPENING = {",": ",", "-": "-", "—": "—", "–": "–", "--": "--", ")": "("}  # an aside's marks
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD"})
_NAMES = frozenset({"NNP", "NNPS"})
_FAR = 25  # tokens of an aside
_LOOSE = frozenset({"relcl", "advcl", "parataxis", "ccomp"})


def subject_of(scene: Scene, verb: Token) -> Token | None:
    """Return the head of who does the verb, its own subject or the one it shares.

    A subject on the other side of a quotation mark is nobody's: the parser reached too far.
    """
    asked = verb
    for _ in range(4):  # longer chains are parse errors
        found = _nearest_subject(verb)
        if found is not None:
            if verb != asked and found.lower_ in _IMPERSONAL:
                return None  # "it is worth saying"
            return None if _reaches_into(scene, asked, found) else found
        head = verb.head
        if head == verb:
            return None
        if verb.dep_ in {"acl", "relcl"}:
            if is_verb(head):
                return None
            if not _is_done_with(verb, head):
                return _author(scene, head, verb)
            verb = head.head
            continue
        if verb.dep_ == "xcomp" and not is_passive(head):
            given = next((c for c in head.children if c.dep_ in {"dobj", "dative"}), None)
            if given is not None and given.i < verb.i and head.lemma_ not in _TAKEN:
                return given
        if verb.dep_ not in _SHARES:
            return None
        while not is_verb(head):
            if head.head == head:
                return None
            head = head.head
        verb = head
    return None


def _reaches_into(scene: Scene, verb: Token, subject: Token) -> bool:
    """Return whether a verb stands in no quotation and its subject in one."""
    if not scene.regions or scene.quotation(scene.at(subject)) is None:
        return False
    return scene.quotation(scene.at(verb)) is None


def _nearest_subject(verb: Token) -> Token | None:
    """Return the verb's own subject; of two the nearer: "which she said was no answer"."""
    found = own_subject(verb)
    if found is None or found.tag_ not in {"WP", "WDT"}:
        return found
    before = [child for child in verb.lefts if child.dep_ == "nsubj"]
    return before[-1] if before else found


def _is_done_with(verb: Token, noun: Token) -> bool:
    """Return whether a clause behind an object tells what its verb's subject does.

    "They took pains to say", "she spent hours arguing", "he had nothing to add".
    """
    governor = noun.head
    if noun.dep_ != "dobj" or not is_verb(governor):
        return False
    if any(child.dep_ == "dative" for child in governor.children):
        return False
    if any(child.tag_ == "TO" for child in verb.children):
        return True
    return verb.tag_ == "VBG" and noun.lemma_ in _SPENT


def _author(scene: Scene, noun: Token, verb: Token) -> Token:
    """Return who speaks through a noun that a verb hangs on.

    "She hit back in a statement saying …" has her, as have "she rejected the idea, saying …" and
    "she was the first envoy to say …".
    """
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    apart = verb.tag_ == "VBG" and verb.i > 0 and verb.nbor(-1).text == ","
    if noun.dep_ == "attr":
        own = apart or any(child.tag_ == "TO" for child in verb.children)
    else:
        own = noun.dep_ in {"dobj", "pobj"} and (apart or noun.lemma_ in WRITINGS)
    return subject_of(scene, governor) or noun if own and is_verb(governor) else noun


def agent_of(verb: Token) -> Token | None:
    """Return who does it in the passive: "accused by Beijing", "detailed by the FBI"."""
    for by in verb.children:
        if by.lower_ == "by" and by.dep_ in {"agent", "prep"} and by.i > verb.i:
            return next((child for child in by.children if child.dep_ == "pobj"), None)
    return None


def subject_before(scene: Scene, verb: Token) -> Source | None:
    """Return the noun phrase before a finite verb that the parser gave no subject.

    What stands in commas, dashes or brackets between the two is passed over.
    """
    doc, at = scene.passage.doc, verb.i - 1
    while at > 0 and doc[at].tag_ in {"RB", "MD"} and doc[at].text.islower():
        at -= 1
    if at > 0 and doc[at].text == "," and doc[at - 1].text == ")":
        at -= 1
    if at > 0 and doc[at].text in _OPENING:
        opening = _OPENING[doc[at].text]
        opened = (i for i in range(at - 1, max(0, at - _FAR), -1) if doc[i].text == opening)
        at = next(opened, 0) - 1
    if at < 0 or (doc[at].tag_ not in _NOUNS and not _is_name(doc[at])):
        return None
    head = doc[at]
    if scene.parted(head, verb):
        return None
    return source_of(scene, _of_phrase(head))


def _is_name(token: Token) -> bool:
    """Return whether a word has the form of a name, whatever the parser took it for: "Jolly"."""
    return token.text.istitle() and token.tag_ in {"RB", "JJ", "VB", "VBP", "UH", "FW"}


def subject_of_sentence(scene: Scene, verb: Token) -> Token | None:
    """Return who does what the sentence tells, for a verb behind it that has no subject."""
    root = verb.sent.root
    found = own_subject(root)
    if found is None or root.i > verb.i or found.i > verb.i or found.lower_ in _IMPERSONAL:
        return None
    return None if root.dep_ != "ROOT" or scene.parted(found, verb) else found


def _stressed(head: Token) -> Token:
    """Return the noun that "himself" stresses: "the minister himself denied it"."""
    if not head.lower_.endswith(("self", "selves")) or head.i == 0:
        return head
    before = head.nbor(-1)
    return _of_phrase(before) if before.tag_ in _NOUNS else head


def _of_phrase(token: Token) -> Token:
    """Return the head of the noun phrase that a word closes."""
    while token.dep_ in {"compound", "amod", "pobj", "prep"} and token.head.i != token.i:
        token = token.head
    return token


def near_subject(scene: Scene, verb: Token) -> Source | None:
    """Return the noun phrase right beside a cue that the parser gave no subject."""
    doc = scene.passage.doc
    for step, stop in ((-1, max(-1, verb.i - 4)), (1, min(len(doc), verb.i + 5))):
        for i in range(verb.i + step, stop, step):
            token = doc[i]
            if scene.parted(token, verb):
                break
            if token.tag_ in {"NNP", "NNPS", "PRP", "NN", "NNS"}:
                head = token
                while head.dep_ in {"compound", "amod"} and head.head.i > head.i:
                    head = head.head
                return source_of(scene, head)
            if step > 0 and token.tag_ in {"DT", "CD"} and _closes(token):
                return source_of(scene, token)
            if token.tag_ not in {"RB", "MD", "VBD", "VBZ", "VBP", "DT", "JJ"}:
                break
    return None


def name_between(scene: Scene, start: int, cue: Token) -> Source | None:
    """Return a name right behind a quotation, with all that leads from it to a cue."""
    span = trimmed(scene.text, Span(start, scene.at(cue))) if start < scene.at(cue) else None
    first = next(iter(scene.tokens(span)), None) if span is not None else None
    if span is None or first is None or first.tag_ not in _NAMES:
        return None
    while first.dep_ == "compound" and first.head.i > first.i:
        first = first.head
    return Source(span, scene.run(first, first), SourceKind.NAMED)


def _closes(token: Token) -> bool:
    """Return whether a word ends its clause: "…," said one."""
    return token.i + 1 >= len(token.doc) or token.nbor().is_punct


def source_of(scene: Scene, head: Token | None) -> Source | None:
    """Return the whole noun phrase of a head; None for nobody ("it is said", "there is")."""
    if head is None or head.dep_ == "expl":
        return None
    head = _stressed(head)
    head = behind_dateline(scene, head) if head.idx < DATED else head
    if head.tag_ in {"WP", "WDT"}:
        return _relative(scene, head)
    span = trimmed(scene.text, phrase(scene, head))
    if span is None:
        return None
    return Source(span, scene.run(head, head), _kind(scene, head, span))


def source_up_to(scene: Scene, source: Source | None, cue: Span) -> Source | None:
    """Cut a source off where its cue starts: the parser hung something behind the cue on it."""
    if source is None or not source.span.start < cue.start < source.span.end:
        return source
    kept = trimmed(scene.text, Span(source.span.start, cue.start))
    return source if kept is None or kept.end < source.head.end else source._replace(span=kept)


def phrase(scene: Scene, head: Token) -> Span:
    """Return a noun phrase with its appositions, without clauses set off behind it."""
    last = head
    for child in head.rights:
        label = child.dep_
        if label in _LOOSE or (label == "punct" and child.text in "—–;:"):
            break
        if label == "acl" and child.i - head.i > 1 and child.nbor(-1).text == ",":
            break
        last = child.right_edge
    return _on_its_side(scene, head, scene.run(head.left_edge, last))


def _on_its_side(scene: Scene, head: Token, span: Span) -> Span:
    """Cut a noun phrase where it runs over a quotation mark: the parser took too much in."""
    met = scene.quotations_in(span) if scene.regions else []
    if not met:
        return span
    place = Span(scene.at(head), scene.end(head))
    own = scene.quotation(place.start)
    if own is not None:
        span = Span(max(span.start, own.inner.start), min(span.end, own.inner.end))
        met = scene.quotations_in(span)
    for region in met:
        if region.outer.covers(place):
            continue
        if region.outer.end <= place.start and region.outer.start <= span.start:
            span = Span(region.outer.end, span.end)
        elif region.outer.start >= place.end and len(region.outer.of(scene.text).split()) > _NAME:
            span = Span(span.start, min(span.end, region.outer.start))
    return span if span.start < span.end else place


def _relative(scene: Scene, pronoun: Token) -> Source:
    """Return the antecedent of "who" or "which": it is the one who speaks."""
    verb = pronoun.head
    for _ in range(3):
        if verb.dep_ == "relcl" and not is_verb(verb.head):
            noun = verb.head
            span = phrase(scene, noun)
            span = Span(span.start, min(span.end, scene.at(pronoun)))
            kept = trimmed(scene.text, span) if span.start < span.end else None
            if kept is not None:
                return Source(kept, scene.run(noun, noun), SourceKind.RELATIVE)
        verb = verb.head
    own = scene.run(pronoun, pronoun)
    return Source(own, own, SourceKind.PRONOUN)


def _kind(scene: Scene, head: Token, span: Span) -> SourceKind:
    """Return what kind of words name the source."""
    if head.tag_ == "EX":
        return SourceKind.IMPERSONAL
    if head.tag_ in {"PRP", "DT"}:
        return SourceKind.PRONOUN
    if head.tag_ in _NAMES and scene.at(head) < span.end:
        return SourceKind.NAMED
    end = span.end
    for token in whole(head):
        if token.tag_ in _NAMES and scene.at(token) < end:
            return SourceKind.NAMED
    return SourceKind.NOMINAL
