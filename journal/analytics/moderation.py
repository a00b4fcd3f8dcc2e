"""The words of the moderation desk: what moderators decide, and why somebody looked."""

from journal.analytics.therapists import ListingState, ReviewState
from journal.analytics.vocabulary import Labelled


class Role(Labelled):
    """What somebody on the staff may do; the codes are the names of the groups."""

    MODERATOR = "moderator", "Moderator"
    ADMINISTRATOR = "administrator", "Administrator"


class Done(Labelled):
    """What stands in the log."""

    APPROVED = "approved", "Approved"
    REJECTED = "rejected", "Rejected"
    HIDDEN = "hidden", "Taken off"
    EDITED = "edited", "Edited"
    CHECKED = "checked", "Licence checked"
    MERGED = "merged", "Joined with another listing"
    UNMERGED = "unmerged", "Joining undone"
    UPHELD = "upheld", "Report: something was done"
    DISMISSED = "dismissed", "Report: nothing was changed"
    SUSPENDED = "suspended", "Publishing suspended"
    RESTORED = "restored", "Publishing allowed again"
    ROLE_GIVEN = "role_given", "Role given"
    ROLE_TAKEN = "role_taken", "Role taken away"
    CLOSED = "closed", "Account closed"
    OPENED = "opened", "Account opened again"
    FACTORS_OFF = "factors_off", "Second step taken off"
    ACCESS_OPENED = "access_opened", "Access to a diary opened"
    ACCESS_CLOSED = "access_closed", "Access to a diary closed"
    LOOKED = "looked", "Looked at a diary"


class AccessReason(Labelled):
    """Why an administrator may see what stands in a diary."""

    ASKED = "asked", "The person asked for it"
    LAW = "law", "The law demands it"

    @property
    def to_the_person(self) -> str:
        """Said to whose diary it is."""
        return "you asked for it" if self is AccessReason.ASKED else "the law demands it"


MOST_HOURS = 24

# What may be decided about a listing or a review, by the state that it is in. Enter presses the first button: for a
# listing that is the one that decides nothing.
LISTING_DECISIONS: dict[str, tuple[Done, ...]] = {
    ListingState.PENDING: (Done.EDITED, Done.APPROVED, Done.REJECTED),
    ListingState.PUBLISHED: (Done.EDITED, Done.HIDDEN),
    ListingState.REJECTED: (Done.EDITED, Done.APPROVED),
    ListingState.HIDDEN: (Done.EDITED, Done.APPROVED),
    ListingState.CLOSED: (Done.EDITED, Done.APPROVED, Done.HIDDEN),
    ListingState.MERGED: (),
}
REVIEW_DECISIONS: dict[str, tuple[Done, ...]] = {
    ReviewState.PENDING: (Done.APPROVED, Done.REJECTED),
    ReviewState.PUBLISHED: (Done.HIDDEN,),
    ReviewState.REJECTED: (Done.APPROVED,),
    ReviewState.HIDDEN: (Done.APPROVED,),
    ReviewState.WITHDRAWN: (),
}
NEEDS_A_REASON = frozenset({Done.REJECTED, Done.HIDDEN})
