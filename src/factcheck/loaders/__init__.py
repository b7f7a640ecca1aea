"""From bytes to an immutable Article, and from arguments to the files that they mean."""

from factcheck.loaders.files import LIMIT, Excluded, Found, read, walk
from factcheck.loaders.reasons import REASONS, unreadable
from factcheck.loaders.text import load

__all__ = ["LIMIT", "REASONS", "Excluded", "Found", "load", "read", "unreadable", "walk"]
