"""The reference set: what official statistics say, and what that says of a claim."""

from factcheck.reference.judge import judge
from factcheck.reference.lookup import ReferenceSet
from factcheck.reference.milestones import milestone_verdict
from factcheck.reference.rivals import reconciled
from factcheck.reference.shipped import default_paths

__all__ = ["ReferenceSet", "default_paths", "judge", "milestone_verdict", "reconciled"]
