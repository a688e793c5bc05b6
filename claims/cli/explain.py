"""``claims explain``: why a claim has its label."""

from typing import Annotated

import typer

from claims.cli.options import Articles, Rules
from claims.cli.output import send
from claims.cli.tracking import ledger_file


def explain(
    id: Annotated[str, typer.Argument(help="The claim's id, or the beginning of it.")],
    articles: Articles,
    rules: Rules = None,
) -> None:
    """Show the passage of a claim, the rules that decided and those that lost."""
    from claims.ledger import asking
    from claims.ledger.decisions import find, standing
    from claims.tables.explain import show_claim
    from claims.tables.screen import screen

    with ledger_file(articles, rules) as (db, _):
        claim = asking.claim(db, find(db, id)["id"])
        document = asking.document(db, claim.document)
        decided = standing(db, claim.id)
        console = screen()
        with console.capture() as capture:
            show_claim(claim, document, console, decided)
        send([capture.get()], None)
