"""``claims eval``: what is found, measured against what people found."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli.options import Rules
from claims.cli.output import send
from claims.cli.tracking import documents_of, extracting, rulebook_of
from claims.errors import ClaimsError, Unread

if TYPE_CHECKING:
    from claims.evaluate.attribution import Scores
    from claims.evaluate.gold import Comparison
    from claims.evaluate.score import Score
    from claims.model import Claim


class Baseline(StrEnum):
    """Whose extractor is run beside ours."""

    TEXTACY = "textacy"


def evaluate(
    gold: Annotated[
        Path | None,
        typer.Argument(help="A reader's claims of whole articles, a JSON object a line."),
    ] = None,
    articles: Annotated[
        Path | None, typer.Option(help="Folder of the articles; default: the gold file's own.")
    ] = None,
    attribution: Annotated[
        Path | None, typer.Option(help="Folder of texts with brat annotations, as PolNeAR has.")
    ] = None,
    baseline: Annotated[Baseline | None, typer.Option(help="Score this extractor too.")] = None,
    stance: Annotated[
        Path | None, typer.Option(help="Labelled sentences: id, text, gold_class a line.")
    ] = None,
    speech: Annotated[
        bool, typer.Option("--speech", help="The sentences are their speakers' own words.")
    ] = False,
    predictions: Annotated[
        Path | None, typer.Option(help="Write what was found to this file, a JSON object a line.")
    ] = None,
    rules: Rules = None,
) -> None:
    """Measure what is found: claims of articles, attributions, or stances of sentences."""
    chosen = [path for path in (gold, attribution, stance) if path is not None]
    if len(chosen) != 1:
        fix = "claims eval GOLD.jsonl, or --attribution FOLDER, or --stance FILE"
        raise ClaimsError(f"name one thing to measure against\n  fix: {fix}")
    if not chosen[0].exists():
        raise ClaimsError(f"{chosen[0]}: no such file\n  fix: mend the path")
    if attribution is not None:
        _attribution(attribution, baseline, predictions)
    elif stance is not None:
        _stance(stance, speech, predictions, rules or [])
    elif gold is not None:
        _claims(gold, articles or gold.parent, rules or [])


def _claims(gold: Path, folder: Path, rules: list[Path]) -> None:
    from claims.evaluate.gold import compare, read_gold

    known = read_gold(gold)
    stems = sorted({claim.document for claim in known})
    paths = [path for stem in stems for path in sorted(folder.glob(f"{stem}.*")) if _is_text(path)]
    missing = set(stems) - {path.stem for path in paths}
    if missing:
        raise ClaimsError(
            f"no article {', '.join(sorted(missing))} in {folder}\n  fix: name it by --articles"
        )
    unread: list[Unread] = []
    found: list[Claim] = []
    with extracting(rules) as extract:
        for _, claims in extract(documents_of(paths, None, unread)):
            if isinstance(claims, Unread):
                print(claims, file=sys.stderr)
                unread.append(claims)
            else:
                found += claims
    _print_comparison(compare(known, found))
    if unread:
        raise typer.Exit(4)


def _is_text(path: Path) -> bool:
    return path.suffix in {".txt", ".md"}


def _print_comparison(comparison: "Comparison") -> None:
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


def _attribution(folder: Path, baseline: Baseline | None, output: Path | None) -> None:
    from claims.evaluate.attribution import score
    from claims.evaluate.attribution_corpus import digest, read_corpus
    from claims.evaluate.attribution_predict import (
        prediction_lines,
        predictions,
        textacy_predictions,
    )
    from claims.speech import read_cues

    texts = read_corpus(folder)
    found = predictions(texts, read_cues())
    if output is not None:
        send((f"{line}\n" for line in prediction_lines(found)), output, "--predictions")
    if all(text.gold is None for text in texts):
        print(f"{len(texts)} texts without annotations; nothing to score")
        return
    columns = {"ours": score(texts, found)}
    if baseline is Baseline.TEXTACY:
        columns["textacy"] = score(texts, textacy_predictions(texts))
    print(f"{len(texts)} texts, digest {digest(texts)}")
    _print_scores(columns)


def _print_scores(columns: "dict[str, Scores]") -> None:
    names = {
        "content": "content matched (c)",
        "right_source": "and right source (e)",
        "direct": "direct only, content",
        "direct_source": "direct only, and source",
    }
    head = "".join(f"{name + ' P':>12}     R     F" for name in columns)
    print(f"{'':28}{head}")
    for key, name in names.items():
        cells = (_cell(getattr(scores, key)) for scores in columns.values())
        print(f"{name:28}{''.join(cells)}")
    print(f"\n{'recall by phenomenon':28}{'gold':>6}" + "".join(f"{n:>10}" for n in columns))
    first = next(iter(columns.values()))
    for kind, score in first.recall.items():
        cells = (f"{scores.recall[kind].recall:>10.3f}" for scores in columns.values())
        print(f"{kind:28}{score.gold:>6}{''.join(cells)}")


def _cell(score: "Score") -> str:
    return f"{100 * score.precision:12.1f}{100 * score.recall:6.1f}{100 * score.f1:6.1f}"


def _stance(path: Path, speech: bool, output: Path | None, rules: list[Path]) -> None:
    from claims.evaluate.stance import figures, predict, read_rows

    rows = read_rows(path, speech=speech)
    book = rulebook_of(rules)
    found = list(predict(rows, book.cues, book.lexicon, book.packs))
    if output is not None:
        send((f"{one.line()}\n" for one in found), output, "--predictions")
    each, whole = figures(rows, {prediction.id: prediction for prediction in found})
    print(f"{'':12}  precision  recall     F1   95 % of F1    gold  found")
    for one in [*each, whole]:
        interval = f"{one.low:.3f}–{one.high:.3f}"
        print(
            f"{one.label:12}  {one.precision:9.3f}  {one.recall:6.3f}  {one.f1:5.3f}"
            f"  {interval:>11}  {one.gold:5}  {one.found:5}"
        )
