"""How templates say what a listing of the directory holds."""

import re
from typing import Any
from urllib.parse import urlsplit

from django import template

from journal.analytics.countries import COUNTRY_NAMES
from journal.analytics.therapists import Credential, Known
from journal.analytics.vocabulary import Technique

register = template.Library()


@register.filter
def country_name(code: str) -> str:
    """The name of a country by its ISO code."""
    return COUNTRY_NAMES.get(code, code)


@register.filter
def technique_names(listing: Any) -> str:
    """`Deep tissue, Sports`; reads the techniques, which lists prefetch."""
    codes = {row.technique for row in listing.techniques.all()}
    return "; ".join(technique.label for technique in Technique if technique in codes)


@register.filter
def known_words(listing: Any) -> str:
    """`Experience with sciatica and the lower back, insured`; "" where nothing of it is known."""
    fields = {"knows_sciatica": "sciatica", "knows_lower_back": "the lower back"}
    knows = " and ".join(what for name, what in fields.items() if getattr(listing, name) == Known.YES)
    parts = [f"experience with {knows}" if knows else "", "insured" if listing.insured == Known.YES else ""]
    said = ", ".join(part for part in parts if part)
    return said[:1].upper() + said[1:]


@register.filter
def licence_words(listing: Any) -> str:
    """`Registered with the CNHC (UK), Wales, number 1234`; "" where nothing is known."""
    credential = Credential(listing.credential).label if listing.credential else ""
    number = f"number {listing.licence_number}" if listing.licence_number else ""
    return ", ".join(part for part in (credential, listing.register, number) if part)


@register.filter
def dialled(phone: str) -> str:
    """What a telephone takes of a number: a plus and digits; "" where an extension follows."""
    abroad = phone.replace("(0)", "") if phone.startswith("+") else phone
    plain = re.sub(r"[\s()/.\-]", "", abroad)
    return plain if re.fullmatch(r"\+?[0-9]{3,15}", plain, re.ASCII) else ""


@register.filter
def is_web_address(address: str) -> bool:
    """Whether it may become a link: a page of the web and nothing else, whoever wrote it."""
    return urlsplit(address).scheme in ("http", "https")


@register.filter
def web_name(address: str) -> str:
    """`www.example.org/massage`: an address without what says nothing."""
    return address.partition("://")[2].rstrip("/")
