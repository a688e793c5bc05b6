"""Run the rules' own cases: every match must fire, every reject must stay silent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.actors import Cast, Lexicon, attributions, cast
from claims.model import (
    Actor,
    Attribution,
    Block,
    BlockKind,
    Claim,
    Document,
    Mode,
    SourceKind,
    Span,
    Statement,
)
from claims.packs import Packs, Rule
from claims.packs.compiled import Match, Reject
from claims.parse import Parsed, parse
from claims.speech import Cues, statements
from claims.stance.classify import drafts
from claims.stance.make import Draft


@dataclass(frozen=True, slots=True)
class CaseResult:
    """What came of one case of one rule.

    Attributes:
        fault: What went wrong, "" if the case holds.
    """

    rule: str
    text: str
    place: str
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A case and the rule it belongs to."""

    rule: Rule
    case: Match | Reject

    @property
    def id(self) -> str:
        """Return a name for the case that a test can bear."""
        kind = "matches" if isinstance(self.case, Match) else "rejects"
        return f"{self.rule.id}-{kind}-{self.case.text[:40]}"


def cases(packs: Packs) -> list[Case]:
    """Return every case of every rule, in the order of the files."""
    found: list[Case] = []
    for rule in packs.rules:
        found += [Case(rule, match) for match in rule.matches]
        found += [Case(rule, reject) for reject in rule.rejects]
    return found


def run_cases(
    packs: Packs, cues: Cues, lexicon: Lexicon, only: Sequence[str] = ()
) -> Iterator[CaseResult]:
    """Yield the outcome of every case, in the order of the files.

    Args:
        packs: The rules; their cases are run against all of them together.
        cues: The words of reporting.
        lexicon: Names of the cases' countries and persons.
        only: Ids of rules to run; all of them if empty.
    """
    chosen = [case for case in cases(packs) if not only or case.rule.id in only]
    documents = (document_of(case.case.text, case.case.said_by) for case in chosen)
    for case, parsed in zip(chosen, parse(documents), strict=True):
        yield outcome(case, parsed, packs, cues, lexicon)


def outcome(case: Case, parsed: Parsed, packs: Packs, cues: Cues, lexicon: Lexicon) -> CaseResult:
    """Return what came of one case, its text already parsed."""
    said_by = country_of(case.case.said_by, lexicon)
    found = found_in(parsed, said_by, packs, cues, lexicon)
    claims = [d.claim for d in found if case.rule.id in d.claim.rules]
    if isinstance(case.case, Match):
        fault = _match_fault(case.case, claims, found, lexicon)
    else:
        fault = f"fired, although {case.case.because}" if claims else ""
    return CaseResult(case.rule.id, case.case.text, case.rule.place, fault)


def _match_fault(
    match: Match, claims: Sequence[Claim], found: Sequence[Draft], lexicon: Lexicon
) -> str:
    if not claims:
        others = ", ".join(sorted({draft.claim.rules[0] for draft in found})) or "nothing"
        return f"did not fire; what fired: {others}"
    wanted = (match.speaker, match.target)
    if any(_is(claim, *wanted, lexicon) for claim in claims):
        return ""
    got = "; ".join(f"{c.speaker or '-'} towards {c.target or '-'}" for c in claims)
    return f"found {got}"


def _is(claim: Claim, speaker: str | None, target: str | None, lexicon: Lexicon) -> bool:
    return _names(claim.speaker, claim.speaker_country, speaker, lexicon) and _names(
        claim.target, claim.target_country, target, lexicon
    )


def _names(name: str, country: str | None, wanted: str | None, lexicon: Lexicon) -> bool:
    if wanted is None or wanted == name:
        return True
    return country is not None and country_of(wanted, lexicon) == country


def country_of(name: str | None, lexicon: Lexicon) -> str | None:
    """Return the code of a country's name; a code stands for itself."""
    if name is None or name in lexicon.countries:
        return name
    return next((c.code for c in lexicon.countries.values() if c.name == name), name)


def document_of(text: str, said_by: str | None = None, name: str = "case") -> Document:
    """Return a text as a document of one paragraph, or of one turn of somebody's own words."""
    kind = BlockKind.BODY if said_by is None else BlockKind.TURN
    block = Block(kind=kind, span=Span(0, len(text)))
    return Document(id=name, text=text, blocks=(block,))


def found_in(
    parsed: Parsed, said_by: str | None, packs: Packs, cues: Cues, lexicon: Lexicon
) -> list[Draft]:
    """Return the drafts of one text; with ``said_by``, a country's code, they are its words."""
    return read_in(parsed, said_by, packs, cues, lexicon)[0]


def read_in(
    parsed: Parsed, said_by: str | None, packs: Packs, cues: Cues, lexicon: Lexicon
) -> tuple[list[Draft], Cast]:
    """Return the drafts of one text, and whom its noun phrases denote."""
    said = list(statements(parsed, cues))
    whole = _turn(parsed) if said_by is not None else None
    if whole is not None:
        said = [whole, *(s for s in said if s.mode is not Mode.TURN)]
    actors = cast(parsed, tuple(said), lexicon)
    attributed = list(attributions(parsed, tuple(said), actors))
    if whole is not None and said_by is not None:
        speaker = Actor(name=_name(said_by, lexicon), country=said_by, kind="country")
        turn = Attribution(statement=whole, speakers=(speaker,))
        attributed = [turn, *(a for a in attributed if a.statement is not whole)]
    return drafts(parsed, attributed, actors, packs), actors


def _name(code: str, lexicon: Lexicon) -> str:
    country = lexicon.countries.get(code)
    return country.name if country is not None else code


def _turn(parsed: Parsed) -> Statement:
    return Statement(
        speech=(Span(0, len(parsed.document.text)),),
        cue=(),
        source=None,
        source_head=None,
        source_kind=SourceKind.ABSENT,
        mode=Mode.TURN,
        pattern="turn",
    )
