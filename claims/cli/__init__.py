"""The command line: read arguments, call one function, print its answer."""

from claims.cli.app import main

__all__ = ["main"]
