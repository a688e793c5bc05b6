"""spaCy's small English model without spaCy: its files read, its networks computed in numpy.

Importing spaCy and loading the model take longer than reading a hundred articles, and more memory
than all else together. Words, tags, heads, labels and lemmas are the same; tests compare them.
"""

from claims.bare.analysis import Analysis
from claims.bare.model import BareModel, bare_model

__all__ = ["Analysis", "BareModel", "bare_model"]
