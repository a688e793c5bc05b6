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
    """Print what each rule did on labelled sentences: coverage, precision, overlaps, errors."""
    from claims.evaluate.stance import read_rows
    from claims.evaluate.stance_rules import rule_figures, singletons

    if not gold.is_file():
        raise ClaimsError(f"{gold}: no such file\n  fix: mend the path")
    book = rulebook_of(rules or [])
    found = rule_figures(read_rows(gold, speech=speech), book.cues, book.lexicon, book.packs)
    print(f"{'rule':44} {'entries':>7} {'fired':>5} {'decided':>7} {'right':>5} {'precision':>9}")
    for one in (one for one in found if one.fired):
        share = "" if one.precision is None else f"{one.precision:.2f}"
        print(
            f"{one.rule:44} {one.entries:7} {one.fired:5} {one.decided:7} {one.right:5} {share:>9}"
        )
        for rule, times in one.meets[:3]:
            print(f"    meets {rule} {times} times")
        for id, text in one.wrong:
            print(f"    wrong {id}: {text}")
    print(f"{sum(not one.fired for one in found)} of {len(found)} rules never fired")
    print(f"{len(singletons(found))} rules were right on one sentence only")


@app.command()
def schema() -> None:
    """Print the JSON Schema of rule files, for editors to complete from."""
    import json

    from claims.packs import schema as rule_schema

    print(json.dumps(rule_schema(), indent=2))
