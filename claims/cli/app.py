"""The program ``claims`` and how it ends: 0 done, 1 found something, 2 usage, 3 rules, 4 inputs."""

import sys
from typing import Annotated, Any

import typer

from claims import __version__
from claims.cli import (
    actors,
    compare,
    decide,
    doctor,
    evaluate,
    explain,
    export,
    repeat,
    report,
    rules,
    show,
    streams,
    topics,
    track,
    trend,
)
from claims.cli.reading import reads
from claims.errors import ClaimsError, PackError
from claims.extensions import check

# Typer may carry its own copy of click; this is the root of usage errors of whichever it is.
_UsageError: Any = typer.BadParameter.__mro__[2]

app = typer.Typer(
    name="claims",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _show_version(asked: bool) -> None:
    if asked:
        print(f"claims {__version__}")
        raise typer.Exit


@app.callback()
def program(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_show_version,
            is_eager=True,
            help="Show the version and exit.",
        ),
    ] = False,
) -> None:
    """Track who accuses, denies or offers co-operation in diplomatic news, by rule."""


app.command()(reads(report.report))
app.command()(reads(compare.compare))
app.command()(reads(trend.trend))
app.command()(reads(explain.explain))
app.command()(reads(track.track))
app.command()(reads(show.show))
app.command()(decide.decide)
app.command(name="decisions")(decide.list_decisions)
app.command()(reads(topics.topics))
app.command()(reads(export.export))
app.command()(doctor.doctor)
app.command(name="eval")(evaluate.evaluate)
app.add_typer(rules.app, name="rules")
app.add_typer(actors.app, name="actors")


def main(key: str = "") -> None:
    """Run the command line; what a user can mend ends it with its message and no traceback.

    An answer that hangs on nothing but what ``key`` tells is kept under it.
    """
    repeat.begin(key)
    status = _run()
    if key and status == 0:
        repeat.keep(key)
    sys.exit(status)


def _run() -> int:
    try:
        check()
        ended = app(standalone_mode=False)
        sys.stdout.flush()
    except _UsageError as error:
        error.show()
        return 2
    except PackError as error:
        print(error, file=sys.stderr)
        return 3
    except ClaimsError as error:
        print(error, file=sys.stderr)
        return 2
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except UnicodeEncodeError:
        if all(map(str.isprintable, sys.argv)):  # a byte that is no text is not printable
            raise
        fix = "type it again, or set your locale to UTF-8: LC_ALL=C.UTF-8"
        print(f"an argument that is no text in this locale\n  fix: {fix}", file=sys.stderr)
        return 2
    except OSError as error:
        return streams.ended(error)
    except SystemExit as error:  # typer makes one of a pipe that nobody reads any more
        if not isinstance(error.__context__, BrokenPipeError):
            raise
        return streams.ended(error.__context__)
    return ended if isinstance(ended, int) else 0
