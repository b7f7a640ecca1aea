"""`factcheck reference`: what the reference set holds, whether files of one's own are right, and how it grows."""

from factcheck.cli.reference.commands import reference

__all__ = ["reference"]
