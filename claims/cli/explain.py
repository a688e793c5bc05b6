"""``claims explain``: why a claim has its label."""

from typing import Annotated

import typer

from claims.cli.options import Articles, Rules
from claims.cli.tracking import ledger_file


def explain(
    id: Annotated[str, typer.Argument(help="The claim's id, or the beginning of it.")],
    articles: Articles,
    rules: Rules = None,
) -> None:
    """Show the passage of a claim, the rules that decided and those that lost."""
    from rich.console import Console

    from claims.ledger import asking
    from claims.ledger.decisions import find
    from claims.tables.explain import show_claim

    with ledger_file(articles, rules or []) as (db, _):
        claim = asking.claim(db, find(db, id)["id"])
        document = asking.document(db, claim.document)
    show_claim(claim, document, Console(highlight=False))
