"""What a person sent to the directory, when their account is erased."""

from django.db import transaction

from journal.actions.review_counts import recount_reviews
from journal.analytics.therapists import ListingState
from journal.models import Therapist, TherapistReview, User

_NEVER_ACCEPTED = (ListingState.PENDING, ListingState.REJECTED)


def erase_sent(*, author: User) -> None:
    """Erase their reviews, so that no listing counts them any longer, and the listings that nobody has accepted.

    Changes and reports go with their row; listings that were accepted stay, and no longer say who suggested them.
    """
    with transaction.atomic():
        reviews = TherapistReview.objects.filter(author=author)
        # In one order, so that two who go at once do not wait for each other.
        reviewed = sorted(reviews.values_list("therapist_id", flat=True))
        reviews.delete()
        for therapist_id in reviewed:
            recount_reviews(therapist_id=therapist_id)
        Therapist.objects.filter(added_by=author, state__in=_NEVER_ACCEPTED, merged_listings=None).delete()
