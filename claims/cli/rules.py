"""``claims rules``: check, test and describe the rule packs."""

from pathlib import Path
from typing import Annotated

import typer

from claims.cli.options import Rules
from claims.cli.tracking import rulebook_of
from claims.errors import ClaimsError

app = typer.Typer(help="Check and test rule packs.", no_args_is_help=True, rich_markup_mode=None)

Folders = Annotated[
    list[Path] | None,
    typer.Argument(help="Folders of your own rules, laid over ours.", show_default=False),
]


@app.command()
def check(folders: Folders = None) -> None:
    """Read every rule and lexicon file, and tell every fault in them."""
    book = rulebook_of(folders or [])
    print(
        f"{len(book.packs.rules)} rules with {book.packs.entries()} frame entries, "
        f"{len(book.lexicon.countries)} states and organisations, {len(book.lexicon.people)} people"
    )


@app.command(name="test")
def run_all_cases(folders: Folders = None) -> None:
    """Run every rule's own cases: matches must fire, rejects must not."""
    from claims.stance.cases import run_cases

    book = rulebook_of(folders or [])
    results = list(run_cases(book.packs, book.cues, book.lexicon))
    failed = [result for result in results if result.fault]
    for result in failed:
        print(f"{result.place}: {result.rule}: {result.fault}\n  case: {result.text}")
    print(f"{len(results) - len(failed)} of {len(results)} cases of {len(book.packs.rules)} rules")
    if failed:
        raise typer.Exit(1)


@app.command()
def stats(
    gold: Annotated[Path, typer.Argument(help="Labelled sentences: id, text, gold_class a line.")],
    speech: Annotated[
        bool, typer.Option("--speech", help="The sentences are their speakers' own words.")
    ] = False,
    rules: Rules = None,
) -> None:
    """Print what each rule did on labelled sentences: precision, coverage, overlaps, errors."""
    from claims.cli.rule_stats import lines
    from claims.evaluate.stance import read_rows
    from claims.evaluate.stance_rules import figures_of, found_in_rows, without_singletons

    if not gold.is_file():
        raise ClaimsError(f"{gold}: no such file\n  fix: mend the path")
    book = rulebook_of(rules or [])
    rows = read_rows(gold, speech=speech)
    found = found_in_rows(rows, book.cues, book.lexicon, book.packs)
    figures = figures_of(rows, found, book.packs)
    _, honest = without_singletons(rows, found, figures)
    for line in lines(figures, honest):
        print(line)


@app.command()
def schema() -> None:
    """Print the JSON Schema of rule files, for editors to complete from."""
    import json

    from claims.packs import schema as rule_schema

    print(json.dumps(rule_schema(), indent=2))
