"""``claims actors``: who is known, and whom a name means."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli.options import Rules, day
from claims.cli.tracking import rulebook_of
from claims.errors import ClaimsError

if TYPE_CHECKING:
    from claims.actors import Cast
    from claims.model import Actor
    from claims.track import Rulebook

app = typer.Typer(
    help="Look up and check who is known.", no_args_is_help=True, rich_markup_mode=None
)


@app.command()
def resolve(
    name: Annotated[str, typer.Argument(help="A name as a text would write it: 'Mr Yang'.")],
    date: Annotated[str, typer.Option(help="Offices are those of this day, YYYY-MM-DD.")] = "",
    article: Annotated[
        Path | None, typer.Option("--in", help="An article; whom it speaks of goes first.")
    ] = None,
    rules: Rules = None,
) -> None:
    """Show whom a name means: the candidates, their scores, and why one was taken or none."""
    from claims.actors.resolving import resolve as resolved

    on = day("--date", date)
    book = rulebook_of(rules or [])
    found = resolved(name, book.lexicon, on, _cast(article, book) if article else None)
    taken = _shown(found.taken) if found.taken else "nobody"
    print(f"{name}: {taken} ({found.why})")
    for choice in found.choices:
        print(f"  {choice.score:5.1f}  {_shown(choice.actor)}: {choice.why}")
    if found.taken is None:
        raise typer.Exit(1)


def _shown(actor: "Actor") -> str:
    role = f", {actor.role}" if actor.role else ""
    return f"{actor.name}{role} [{actor.country or 'no state'}]"


def _cast(article: Path, book: "Rulebook") -> "Cast":
    from claims.actors import cast
    from claims.model import Document
    from claims.parse import parse
    from claims.read import read
    from claims.speech import statements

    document, *more = read([article])
    if not isinstance(document, Document):
        raise ClaimsError(str(document))
    if more:
        fix = f"name one of them: --in {document.path}"
        raise ClaimsError(f"--in: '{article}' holds several articles\n  fix: {fix}")
    [parsed] = parse([document])
    return cast(parsed, statements(parsed, book.cues), book.lexicon)


@app.command()
def check(rules: Rules = None) -> None:
    """Tell what is doubtful in the lexicons: entries twice, offices that overlap, two heads."""
    from claims.actors.checks import check as doubts

    found = doubts(rulebook_of(rules or []).lexicon)
    for problem in found:
        print(problem)
    print(f"{len(found)} findings")
    if found:
        raise typer.Exit(1)


@app.command(name="import")
def import_actors(
    file: Annotated[Path, typer.Argument(help="An actor dictionary of PETRARCH or TABARI.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The lexicon file to write.")],
    format: Annotated[str, typer.Option(help="What the file is written in; only cameo.")] = "cameo",
) -> None:
    """Turn an actor dictionary of the field into a lexicon of your own, for --rules."""
    from claims.actors.cameo import import_cameo
    from claims.files.whole import whole

    if format != "cameo":
        raise ClaimsError(f"--format: cannot read '{format}'\n  fix: write cameo")
    try:
        text = file.read_text(encoding="utf-8", errors="replace")
        imported = import_cameo(text, rulebook_of([]).lexicon)
        with whole(output) as (written,):
            written.write(imported.text.encode())
    except OSError as error:
        what = f"{error.filename or output}: {(error.strerror or '').lower()}"
        raise ClaimsError(f"{what}\n  fix: mend the path, or its permissions") from error
    print(f"{imported.people} people, {imported.institutions} institutions → {output}")
    if imported.left_out:
        print(f"{imported.left_out} entries left out: states, or nobody who speaks for one")
