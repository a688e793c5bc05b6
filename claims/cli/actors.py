"""``claims actors``: who is known, and whom a name means."""

import typer

app = typer.Typer(
    help="Look up and check who is known.", no_args_is_help=True, rich_markup_mode=None
)
