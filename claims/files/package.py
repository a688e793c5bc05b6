"""``datapackage.json`` beside a CSV: what its columns mean, by what it was made, and its hash.

It follows the Data Package standard (https://datapackage.org, version 2). A folder has one
package, which lists every CSV of claims that was written there: writing another adds it, writing
the same again replaces its entry. A ``datapackage.json`` that is not of our making is left alone;
the package then stands beside it as ``NAME.datapackage.json``.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from claims.files.as_csv import Cells
from claims.files.columns import Column, Kind
from claims.files.content import Content
from claims.files.sink import Sink

_TYPES = {
    Kind.TEXT: "string",
    Kind.DATE: "date",
    Kind.INTEGER: "integer",
    Kind.NUMBER: "number",
    Kind.BOOLEAN: "boolean",
}
_MARK = "stance-ledger"  # a property of our own: the standard lets anybody add some
_PROFILES = "https://datapackage.org/profiles/2.0"


class Measured:
    """A file that is written through, and what it holds in the end."""

    def __init__(self, file: Sink) -> None:
        self._file = file
        self._hash = hashlib.sha256()
        self.bytes = 0

    def write(self, part: bytes) -> int:
        """Write a part."""
        self._hash.update(part)
        self.bytes += len(part)
        return self._file.write(part)

    @property
    def hash(self) -> str:
        """Return the hash of all that was written, as the standard wants it."""
        return f"sha256:{self._hash.hexdigest()}"


def package_beside(path: Path) -> Path:
    """Return where the package of a CSV stands."""
    usual = path.with_name("datapackage.json")
    if not usual.exists() or _ours(usual) is not None:
        return usual
    return path.with_name(f"{path.stem}.datapackage.json")


def cells_of(path: Path) -> Cells | None:
    """Return how the cells of a CSV were written, if a package beside it tells."""
    for beside in (path.with_name("datapackage.json"), package_beside(path)):
        for entry in (_ours(beside) or {}).get("resources", []):
            if entry["path"] == path.name:
                return Cells(entry[_MARK]["cells"])
    return None


def as_package(path: Path, written: Measured, content: Content) -> bytes:
    """Return the package of a folder after a CSV was written there."""
    known = (_ours(package_beside(path)) or {}).get("resources", [])
    others = [e for e in known if e["path"] != path.name and path.with_name(e["path"]).exists()]
    entries = [*others, _resource(path, written, content)]
    package = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": "claims",
        "title": "Claims: who takes which stance towards whom, in these words",
        _MARK: {"version": content.about.version},
        "resources": sorted(entries, key=lambda entry: str(entry["path"])),
    }
    return json.dumps(package, ensure_ascii=False, indent=2).encode() + b"\n"


def _resource(path: Path, written: Measured, content: Content) -> dict[str, Any]:
    about = content.about
    read_with = [
        {"version": r.version, "model": r.model, "rules": f"sha256:{r.rule_hash}"}
        for r in about.read_with
    ]
    return {
        "name": re.sub(r"[^a-z0-9._-]+", "-", path.stem.lower()).strip("-") or "claims",
        "path": path.name,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": written.bytes,
        "hash": written.hash,
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "header": True},
        "schema": {
            "fields": [_field(column) for column in content.columns],
            "missingValues": [""],
        },
        _MARK: {
            "kept": about.kept,
            "documents": about.documents,
            "version": about.version,
            "read_with": read_with,
            "cells": content.cells,
        },
    }


def _field(column: Column) -> dict[str, Any]:
    known: dict[str, Any] = {"name": column.name, "type": _TYPES.get(column.kind, "array")}
    if column.kind is Kind.DATE:
        known["format"] = "%Y-%m-%d"
    if column.kind is Kind.BOOLEAN:
        known |= {"trueValues": ["true"], "falseValues": ["false"]}
    if column.name == "id":
        known["constraints"] = {"required": True, "unique": True}
    return {**known, "description": column.meaning}


def _ours(path: Path) -> Mapping[str, Any] | None:
    """Return a package that we wrote; None if there is none, or another's."""
    try:
        package = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return package if isinstance(package, dict) and _MARK in package else None
