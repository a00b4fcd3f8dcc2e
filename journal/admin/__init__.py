"""The moderation desk. It shows nobody's diary."""

from journal.admin.person import PersonAdmin

__all__ = ["PersonAdmin"]
