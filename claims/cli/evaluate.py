"""``claims eval``: what is found, measured against what people found."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli.options import Rules
from claims.cli.tracking import ledger_of
from claims.errors import ClaimsError

if TYPE_CHECKING:
    from claims.evaluate.gold import Comparison


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Claims of a reader, a JSON object a line.")],
    articles: Annotated[
        Path | None, typer.Option(help="Folder of the articles; default: the gold file's own.")
    ] = None,
    rules: Rules = None,
) -> None:
    """Print precision and recall against a reader's claims, and what differs."""
    from claims.evaluate.gold import compare, read_gold

    if not gold.is_file():
        raise ClaimsError(f"{gold}: no such file\n  fix: name a file such as seeds/gold.jsonl")
    known = read_gold(gold)
    folder = articles or gold.parent
    stems = sorted({claim.document for claim in known})
    paths = [path for stem in stems for path in sorted(folder.glob(f"{stem}.*")) if _text(path)]
    missing = set(stems) - {path.stem for path in paths}
    if missing:
        raise ClaimsError(
            f"no article {', '.join(sorted(missing))} in {folder}\n  fix: name it by --articles"
        )
    ledger = ledger_of(paths, rules or [])
    _print(compare(known, ledger.claims))


def _text(path: Path) -> bool:
    return path.suffix in {".txt", ".md"}


def _print(comparison: "Comparison") -> None:
    print(f"{'':12}  precision  recall     F1   right  found   gold")
    for name, score in comparison.scores.items():
        print(
            f"{name:12}  {score.precision:9.3f}  {score.recall:6.3f}  {score.f1:5.3f}"
            f"  {score.right:6}  {score.found:5}  {score.gold:5}"
        )
    for gold in comparison.missed:
        dyad = f"{gold.speaker_country} → {gold.target_country}"
        print(f"missed  {gold.stance:12} {dyad:12} {gold.document[:12]} {gold.words[:90]!r}")
    for claim in comparison.wrong:
        dyad = f"{claim.speaker_country} → {claim.target_country}"
        where = f"{claim.document[:12]} {claim.words[:90]!r}"
        print(f"wrong   {claim.stance:12} {dyad:12} {where} {claim.id} {claim.rules[0]}")
