"""Files of statistics as others publish them → plain rows of indicator, area, period, value and unit; one module a format."""

from factcheck.reference.importers.read import read
from factcheck.reference.importers.tables import Given, Imported, Row, Skipped

__all__ = ["Given", "Imported", "Row", "Skipped", "read"]
