"""Counts of a comparison with what people found, and the usual shares of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """How many finds were right, of how many found, of how many that people found."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of what was found that is right, 0.0 to 1.0; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found, 0.0 to 1.0; 1 where there is none."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.found + self.gold
        return 2 * self.right / both if both else 1.0
