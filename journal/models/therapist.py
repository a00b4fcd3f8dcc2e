"""The directory of therapists, shared by everybody, and what people say should be different in it."""

import uuid
from collections.abc import Iterable
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from journal.analytics.listing import LABELS, ListingContent, describe_price
from journal.analytics.therapists import (
    REVIEWS_FOR_A_MEAN,
    ChangeKind,
    ChangeState,
    Credential,
    Known,
    ListingState,
    Reason,
    listing_licence_key,
    listing_name_key,
    listing_place_key,
    review_rank,
    search_text,
)
from journal.analytics.vocabulary import Technique
from journal.models.sensing import code_in

_READABLE = (ListingState.PUBLISHED, ListingState.CLOSED)


class TherapistQuerySet(models.QuerySet[Any]):
    """Filters that read as adjectives."""

    def published(self) -> Self:
        """What the directory finds."""
        return self.filter(state=ListingState.PUBLISHED)

    def readable(self) -> Self:
        """What has a page: a closed practice keeps its own, for those who look for it."""
        return self.filter(state__in=_READABLE)


class Therapist(models.Model):
    """One listing. It belongs to nobody; `added_by` is who suggested it, while they have an account.

    The columns from `search_text` on follow from the others: `save` keeps those of the names, `recount_reviews` those
    of the reviews, the database `licence_is_checked`. Whoever writes by `update` keeps them too.
    """

    uid = models.UUIDField(unique=True, editable=False, default=uuid.uuid4)
    name = models.CharField(max_length=120)
    practice = models.CharField(max_length=120, blank=True)
    street = models.CharField(max_length=120, blank=True)
    place = models.CharField(max_length=120)
    postcode = models.CharField(max_length=16, blank=True)
    country = models.CharField(max_length=2)
    """An ISO 3166 code."""
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    website = models.URLField(blank=True)

    credential = models.CharField(max_length=10, choices=Credential.choices(), blank=True)
    register = models.CharField(max_length=120, blank=True)
    licence_number = models.CharField(max_length=60, blank=True)
    licence_checked_on = models.DateField(null=True, blank=True)
    licence_checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    knows_lower_back = models.CharField(max_length=7, choices=Known.choices(), default=Known.UNKNOWN)
    knows_sciatica = models.CharField(max_length=7, choices=Known.choices(), default=Known.UNKNOWN)
    insured = models.CharField(max_length=7, choices=Known.choices(), default=Known.UNKNOWN)
    languages = models.CharField(max_length=120, blank=True)
    price_from = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    price_to = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True)

    state = models.CharField(max_length=9, choices=ListingState.choices(), default=ListingState.PENDING)
    reason = models.CharField(max_length=10, choices=Reason.choices(), blank=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged_listings"
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="suggested_listings"
    )
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    search_text = models.TextField(editable=False)
    name_key = models.CharField(max_length=300, editable=False)
    place_key = models.CharField(max_length=300, editable=False)
    licence_key = models.CharField(max_length=120, blank=True, editable=False)
    review_count = models.PositiveIntegerField(default=0, editable=False)
    review_mean = models.FloatField(null=True, editable=False)
    review_rank = models.PositiveSmallIntegerField(default=review_rank(count=0, mean=None), editable=False)
    licence_is_checked = models.GeneratedField(
        expression=models.Case(models.When(licence_checked_on__isnull=False, then=1), default=0),
        output_field=models.PositiveSmallIntegerField(),
        db_persist=True,
    )

    objects: ClassVar[Any] = TherapistQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="therapist_has_a_name"),
            models.CheckConstraint(condition=~Q(place=""), name="therapist_has_a_place"),
            models.CheckConstraint(condition=Q(version__gte=1), name="therapist_version_from_1"),
            models.CheckConstraint(
                condition=Q(state=ListingState.MERGED, merged_into__isnull=False)
                | (~Q(state=ListingState.MERGED) & Q(merged_into=None)),
                name="therapist_merged_into_another",
            ),
            models.CheckConstraint(condition=~Q(merged_into=models.F("id")), name="therapist_not_merged_into_itself"),
            models.CheckConstraint(
                condition=Q(review_mean=None, review_count=0)
                | Q(review_mean__isnull=False, review_mean__range=(1, 5), review_count__gte=1),
                name="therapist_review_mean_1_to_5",
            ),
            models.CheckConstraint(
                condition=(Q(price_from=None) | Q(price_from__gte=0)) & (Q(price_to=None) | Q(price_to__gte=0)),
                name="therapist_prices_from_0",
            ),
            models.CheckConstraint(
                condition=Q(price_from=None) | Q(price_to=None) | Q(price_to__gte=models.F("price_from")),
                name="therapist_price_to_not_below_from",
            ),
            models.CheckConstraint(
                condition=Q(price_from=None, price_to=None) | ~Q(currency=""), name="therapist_price_has_currency"
            ),
            code_in("credential", Credential.choices(), name="therapist_credential_known"),
            code_in("reason", Reason.choices(), name="therapist_reason_known"),
            code_in("state", ListingState.choices(), name="therapist_state_known", required=True),
            *(
                code_in(field, Known.choices(), name=f"therapist_{field}_known", required=True)
                for field in ("knows_lower_back", "knows_sciatica", "insured")
            ),
        ]
        # One for each order in which the directory is shown; migration 0006 adds that of the words.
        indexes = [
            models.Index(
                fields=["-licence_is_checked", "-review_rank", "-id"],
                name="therapist_by_licence",
                condition=Q(state=ListingState.PUBLISHED),
            ),
            models.Index(
                fields=["-review_rank", "-licence_is_checked", "-id"],
                name="therapist_by_reviews",
                condition=Q(state=ListingState.PUBLISHED),
            ),
            models.Index(fields=["state", "created_at", "id"], name="therapist_queue"),
            models.Index(fields=["name_key", "place_key"], name="therapist_alike"),
            models.Index(fields=["licence_key"], name="therapist_licence", condition=~Q(licence_key="")),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.place}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps the columns that follow from the names, also where only some columns are saved."""
        self.keep_keys()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], *KEYS}
        super().save(*args, **kwargs)

    def keep_keys(self) -> None:
        """Set the columns that follow from the names; for whoever creates in bulk."""
        self.search_text = search_text(names=(self.name, self.practice), places=(self.place, self.postcode))
        self.name_key = listing_name_key(self.name)[:300]
        self.place_key = listing_place_key(self.place)[:300]
        self.licence_key = listing_licence_key(self.licence_number)[:120]

    @property
    def is_readable(self) -> bool:
        """Whether it has a page."""
        return self.state in _READABLE

    @property
    def shown_mean(self) -> float | None:
        """The mean of the reviews, where there are enough of them to show one."""
        return self.review_mean if self.review_count >= REVIEWS_FOR_A_MEAN else None

    @property
    def price(self) -> str:
        """`60 to 80 EUR`; "" where it is not known."""
        return describe_price(low=self.price_from, high=self.price_to, currency=self.currency)

    @property
    def content(self) -> ListingContent:
        """What the listing says. Reads the techniques: prefetch them for lists."""
        codes = {row.technique for row in self.techniques.all()}
        said: dict[str, Any] = {name: getattr(self, name) for name in LABELS if name != "techniques"}
        return ListingContent(**said, techniques=tuple(code for code, _ in Technique.choices() if code in codes))

    def take(self, content: ListingContent) -> None:
        """Set the columns from a content; `save_techniques` stores the techniques."""
        for name in LABELS:
            if name != "techniques":
                setattr(self, name, getattr(content, name))

    def save_techniques(self, codes: Iterable[str]) -> None:
        """Put these in the place of those before."""
        self.techniques.all().delete()
        TherapistTechnique.objects.bulk_create(
            TherapistTechnique(therapist=self, technique=code) for code in dict.fromkeys(codes)
        )


KEYS = ("search_text", "name_key", "place_key", "licence_key")


class TherapistTechnique(models.Model):
    """A technique that somebody offers."""

    therapist = models.ForeignKey(Therapist, on_delete=models.CASCADE, related_name="techniques", db_index=False)
    technique = models.CharField(max_length=13, choices=Technique.choices())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["therapist", "technique"], name="therapisttechnique_once"),
            code_in("technique", Technique.choices(), name="therapisttechnique_known", required=True),
        ]

    def __str__(self) -> str:
        return f"{self.technique} of {self.therapist_id}"


class ListingChange(models.Model):
    """What a person says is different about a listing, until a moderator decides.

    `proposed` holds the new values by the names of the listing's columns, as JSON; `techniques` is a list of codes.
    """

    uid = models.UUIDField(editable=False)
    therapist = models.ForeignKey(Therapist, on_delete=models.CASCADE, related_name="changes")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="listing_changes")
    kind = models.CharField(max_length=6, choices=ChangeKind.choices())
    proposed = models.JSONField(default=dict, blank=True)
    words = models.TextField(blank=True)
    state = models.CharField(max_length=8, choices=ChangeState.choices(), default=ChangeState.PENDING)
    reason = models.CharField(max_length=10, choices=Reason.choices(), blank=True)
    created_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["author", "uid"], name="listingchange_uid_once"),
            code_in("kind", ChangeKind.choices(), name="listingchange_kind_known", required=True),
            models.CheckConstraint(
                condition=Q(state=ChangeState.PENDING, decided_at=None)
                | Q(state__in=(ChangeState.APPROVED, ChangeState.REJECTED), decided_at__isnull=False),
                name="listingchange_decided_when",
            ),
            code_in("reason", Reason.choices(), name="listingchange_reason_known"),
        ]
        indexes = [models.Index(fields=["state", "created_at", "id"], name="listingchange_queue")]

    def __str__(self) -> str:
        return f"{self.kind} of listing {self.therapist_id}"
