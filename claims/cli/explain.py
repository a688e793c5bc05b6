"""``claims explain``: why a claim has its label."""

from typing import Annotated

import typer

from claims.cli.options import Articles, Rules
from claims.cli.tracking import ledger_of


def explain(
    id: Annotated[str, typer.Argument(help="The claim's id, or the beginning of it.")],
    articles: Articles,
    rules: Rules = None,
) -> None:
    """Show the passage of a claim, the rules that decided and those that lost."""
    from rich.console import Console

    from claims.tables.explain import show_claim

    claim, document = ledger_of(articles, rules or []).claim(id)
    show_claim(claim, document, Console(highlight=False))
