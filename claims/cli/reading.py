"""The options of every command that reads articles: in how many processes, and what is kept."""

import functools
import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from claims.cli.tracking import HOW, How

Jobs = Annotated[
    int,
    typer.Option(
        "--jobs", "-j", min=0, help="Read in so many processes at once; 0: as many as cores."
    ),
]
NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Read anew what was read before, and keep nothing.")
]


def reads(command: Callable[..., None]) -> Callable[..., None]:
    """Return a command with ``--jobs`` and ``--no-cache`` besides its own options."""

    @functools.wraps(command)
    def run(*args: Any, jobs: int, no_cache: bool, **options: Any) -> None:
        before = HOW.set(How(jobs=jobs, cache=not no_cache))
        try:
            command(*args, **options)
        finally:
            HOW.reset(before)

    signature = inspect.signature(command)
    more = [
        inspect.Parameter("jobs", inspect.Parameter.KEYWORD_ONLY, default=0, annotation=Jobs),
        inspect.Parameter(
            "no_cache", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=NoCache
        ),
    ]
    run.__signature__ = signature.replace(  # type: ignore[attr-defined]
        parameters=[*signature.parameters.values(), *more]
    )
    run.__annotations__ = {**command.__annotations__, "jobs": Jobs, "no_cache": NoCache}
    return run
