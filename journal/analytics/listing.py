"""What a listing of the directory says, as plain values; and what somebody says should be different in it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from decimal import Decimal
from typing import Any

from journal.analytics.countries import COUNTRY_NAMES
from journal.analytics.therapists import Credential, Known
from journal.analytics.vocabulary import Technique

CURRENCIES = (
    "EUR", "USD", "GBP", "AED", "ARS", "AUD", "BGN", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EGP",
    "HKD", "HUF", "IDR", "ILS", "INR", "ISK", "JPY", "KES", "KRW", "MAD", "MXN", "MYR", "NGN", "NOK", "NZD", "PEN",
    "PHP", "PKR", "PLN", "RON", "RSD", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "VND", "ZAR",
)  # fmt: skip
"""ISO 4217 codes that a form offers."""

LABELS = {
    "name": "Name",
    "practice": "Practice",
    "street": "Street and number",
    "place": "Town or city",
    "postcode": "Postcode",
    "country": "Country",
    "phone": "Phone",
    "email": "E-mail",
    "website": "Website",
    "credential": "Licence or register",
    "register": "Name of the register, or the state",
    "licence_number": "Number of the licence",
    "techniques": "Techniques",
    "knows_lower_back": "Experience with the lower back",
    "knows_sciatica": "Experience with sciatica",
    "insured": "Insured",
    "languages": "Languages",
    "price_from": "A session costs from",
    "price_to": "Up to",
    "currency": "Currency",
}
"""How the facts of a listing are called, in the order in which they are shown."""


@dataclass(frozen=True, kw_only=True)
class ListingContent:
    """The facts of a listing. "" and None mean that they are not known; `country` and `currency` are ISO codes."""

    name: str
    place: str
    country: str
    practice: str = ""
    street: str = ""
    postcode: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    credential: str = ""
    register: str = ""
    licence_number: str = ""
    techniques: tuple[str, ...] = ()
    knows_lower_back: str = Known.UNKNOWN.value
    knows_sciatica: str = Known.UNKNOWN.value
    insured: str = Known.UNKNOWN.value
    languages: str = ""
    price_from: Decimal | None = None
    price_to: Decimal | None = None
    currency: str = ""


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One fact as it stands and as somebody says it is, in words."""

    field: str
    label: str
    before: str
    after: str


def proposed_values(*, before: ListingContent, after: ListingContent) -> dict[str, Any]:
    """The values of `after` that differ, as JSON: prices as text, techniques as a sorted list."""
    old, new = _as_json(before), _as_json(after)
    return {name: value for name, value in new.items() if value != old[name]}


def with_proposed(*, before: ListingContent, proposed: Mapping[str, Any]) -> ListingContent:
    """The listing as somebody says it is; the reverse of `proposed_values`."""
    known = {name: value for name, value in proposed.items() if name in LABELS}
    for name in _PRICES:
        if known.get(name) is not None:
            known[name] = Decimal(known[name])
    if "techniques" in known:
        known["techniques"] = tuple(code for code, _ in Technique.choices() if code in known["techniques"])
    return ListingContent(**asdict(before) | known)


def differences(*, before: ListingContent, proposed: Mapping[str, Any]) -> list[Difference]:
    """What would change, in words, in the order of the listing."""
    after = with_proposed(before=before, proposed=proposed)
    return [
        Difference(
            field=name,
            label=label,
            before=in_words(field=name, value=getattr(before, name)),
            after=in_words(field=name, value=getattr(after, name)),
        )
        for name, label in LABELS.items()
        if getattr(before, name) != getattr(after, name)
    ]


_PRICES = ("price_from", "price_to")
_VOCABULARY: dict[str, type[Credential | Known]] = {
    "credential": Credential,
    "knows_lower_back": Known,
    "knows_sciatica": Known,
    "insured": Known,
}


def in_words(*, field: str, value: Any) -> str:
    """A fact as a person reads it; "" where it is not known."""
    if value in (None, "", ()):
        return ""
    if field == "country":
        return COUNTRY_NAMES.get(value, str(value))
    if field == "techniques":
        return ", ".join(Technique(code).label for code in value)
    if field in _VOCABULARY:
        return _VOCABULARY[field](value).label
    return describe_amount(value) if isinstance(value, Decimal) else str(value)


def describe_amount(amount: Decimal) -> str:
    """`60` or `62.50`."""
    return f"{amount:.0f}" if amount == amount.to_integral_value() else f"{amount:.2f}"


def describe_price(*, low: Decimal | None, high: Decimal | None, currency: str) -> str:
    """`60 to 80 EUR`, `from 60 EUR`, `up to 80 EUR`; "" where no price is known."""
    if low is None and high is None:
        return ""
    if low is not None and high is not None:
        said = describe_amount(low) if low == high else f"{describe_amount(low)} to {describe_amount(high)}"
    elif low is not None:
        said = f"from {describe_amount(low)}"
    else:
        assert high is not None
        said = f"up to {describe_amount(high)}"
    return f"{said} {currency}".strip()


def _as_json(content: ListingContent) -> dict[str, Any]:
    said: dict[str, Any] = {field.name: getattr(content, field.name) for field in fields(content)}
    prices = {name: None if said[name] is None else describe_amount(said[name]) for name in _PRICES}
    return said | prices | {"techniques": sorted(content.techniques)}
