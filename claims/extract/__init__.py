"""From documents to claims: what is known is looked up, the rest is read side by side."""

from claims.extract.extractor import Extractor
from claims.extract.kept import Kept, default_place

__all__ = ["Extractor", "Kept", "default_place"]
