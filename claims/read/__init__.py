"""Files on disk to documents: text kept as it was, cut into blocks."""

from claims.read.blocks import blocks
from claims.read.files import read, row_document

__all__ = ["blocks", "read", "row_document"]
