"""An invented directory: names, practices, numbers and addresses that nobody has, one listing in every state."""

from dataclasses import dataclass
from decimal import Decimal

from journal.analytics.listing import ListingContent
from journal.analytics.therapists import ListingState


@dataclass(frozen=True, kw_only=True)
class DemoReview:
    """A published review by one of a few invented people."""

    rating: int
    shown_name: str
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class DemoListing:
    """A listing, its state, how many days ago its licence was checked, and its reviews."""

    content: ListingContent
    state: ListingState = ListingState.PUBLISHED
    checked_days_ago: int | None = None
    reviews: tuple[DemoReview, ...] = ()


_LEEDS = ListingContent(
    name="Anna Example",
    practice="Example Street Massage",
    street="1 Example Street",
    place="Exampleton",
    postcode="EX0 0EX",
    country="GB",
    phone="+44 113 496 0000",
    email="anna@example.org",
    website="https://anna.example.org/",
    credential="cnhc",
    register="Complementary and Natural Healthcare Council",
    licence_number="EXAMPLE-0001",
    techniques=("deep_tissue", "trigger_point", "myofascial"),
    knows_lower_back="yes",
    knows_sciatica="yes",
    insured="yes",
    languages="English, Polish",
    price_from=Decimal(45),
    price_to=Decimal(65),
    currency="GBP",
)

DEMO_LISTINGS: tuple[DemoListing, ...] = (
    DemoListing(
        content=_LEEDS,
        checked_days_ago=40,
        reviews=(
            DemoReview(rating=5, shown_name="Walker", text="Asked a lot before she began, and stopped when I said so."),
            DemoReview(rating=4, shown_name="M. from the hills", text="Calm, on time. The stairs are steep."),
            DemoReview(rating=4, shown_name="Sam"),
        ),
    ),
    DemoListing(
        content=ListingContent(
            name="Bruno Beispiel",
            practice="Praxis am Beispielplatz",
            street="Beispielplatz 2",
            place="Musterstadt",
            postcode="00000",
            country="DE",
            credential="masseur",
            techniques=("swedish", "lymphatic"),
            knows_lower_back="yes",
            insured="yes",
            languages="Deutsch",
            price_from=Decimal(38),
            currency="EUR",
        ),
        reviews=(DemoReview(rating=3, shown_name="Gast", text="Gute Hände, wenig Zeit zum Fragen."),),
    ),
    DemoListing(
        content=ListingContent(
            name="Carla Sample, LMT",
            practice="Sample Bodywork",
            place="Sampleville",
            country="US",
            phone="555-0100",
            credential="us_licence",
            register="State of Example",
            licence_number="LMT-000000",
            techniques=("sports", "deep_tissue"),
            knows_sciatica="yes",
            insured="unknown",
            price_from=Decimal(80),
            price_to=Decimal(120),
            currency="USD",
        ),
        checked_days_ago=300,
    ),
    DemoListing(
        content=ListingContent(
            name="例 花子", place="例の町", country="JP", techniques=("shiatsu",), languages="日本語"
        ),
    ),
    DemoListing(
        content=ListingContent(name="Dora Pending", place="Exampleton", country="GB"), state=ListingState.PENDING
    ),
    DemoListing(
        content=ListingContent(name="Emil Rejected", place="Exampleton", country="GB"), state=ListingState.REJECTED
    ),
    DemoListing(content=ListingContent(name="Fay Hidden", place="Exampleton", country="GB"), state=ListingState.HIDDEN),
    DemoListing(
        content=ListingContent(name="Gus Closed", practice="Formerly Massage", place="Exampleton", country="GB"),
        state=ListingState.CLOSED,
    ),
    DemoListing(
        content=ListingContent(name="Ana Example", place="Exampleton", country="GB"), state=ListingState.MERGED
    ),
    DemoListing(
        content=ListingContent(name="Example, Anna", place="Exampleton", country="GB", licence_number="EXAMPLE 0001"),
        state=ListingState.PENDING,
    ),
)
"""A merged listing goes into the first one, of which the last is a double."""
