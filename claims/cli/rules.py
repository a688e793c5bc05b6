"""``claims rules``: check, test and describe the rule packs."""

import typer

app = typer.Typer(help="Check and test rule packs.", no_args_is_help=True, rich_markup_mode=None)
