"""Massage sessions as charts need them."""

from dataclasses import dataclass

from journal.analytics.moments import Moment
from journal.analytics.records import MassageContent


@dataclass(frozen=True, kw_only=True)
class LoggedSession:
    """A massage session: when, and what was said about it."""

    moment: Moment
    content: MassageContent

    @property
    def rated_twice(self) -> bool:
        """Whether pain was rated both before and right after."""
        return self.content.pain_before is not None and self.content.pain_after is not None
