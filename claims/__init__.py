"""Track who claims what about whom in diplomatic news, by rule."""

__version__ = "0.1.0"
