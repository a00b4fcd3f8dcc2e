"""What a listing says about its reviews, kept beside it so that the directory can be ordered by it."""

from django.db import transaction
from django.db.models import Avg, Count

from journal.analytics.therapists import review_rank
from journal.models import Therapist


def recount_reviews(*, therapist_id: int) -> None:
    """Count the published reviews of a listing anew; called after each change of one of them, in its transaction.

    Locks the listing first, so that of two changes at once the later one sees both.
    """
    with transaction.atomic():
        therapist = Therapist.objects.select_for_update().get(pk=therapist_id)
        found = therapist.reviews.published().aggregate(count=Count("pk"), mean=Avg("rating"))
        rank = review_rank(count=found["count"], mean=found["mean"])
        Therapist.objects.filter(pk=therapist_id).update(
            review_count=found["count"], review_mean=found["mean"], review_rank=rank
        )
