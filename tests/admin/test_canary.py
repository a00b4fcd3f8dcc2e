"""No page of the desk shows anything that stands in a diary: canaries in every field of every table are looked for in
every page that a link, a filter, a search or an order leads to."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import urljoin

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.db import IntegrityError, models, transaction
from django.test import Client

from journal.analytics.records import Area, Feeling
from journal.analytics.vocabulary import Quality, Region
from journal.models import (
    AuditEntry,
    Author,
    ContentAccess,
    ContentReport,
    ListingChange,
    Record,
    Therapist,
    TherapistReview,
    User,
)
from tests import cast, desk
from tests.site import URLS, address, one_of_each
from tests.test_erase import everything_of

pytestmark = pytest.mark.django_db

CANARY = "canarybird"
NUMBER = 6.789
REGION, QUALITY = Region.SOLE, Quality.BURNING
SHOWN = re.compile(rf"{CANARY}|6\.7[89]|\b{REGION.label}\b|{QUALITY.label}", re.I)
MOST_PAGES = 250
DESK_TABLES = (User, Author, AuditEntry, ContentAccess, ContentReport, ListingChange, Therapist, TherapistReview)


def diary_tables() -> Iterator[Any]:
    """Everything that belongs to a person and is no part of the shared directory."""
    for model in apps.get_app_config("journal").get_models():
        if any(field.name == "user" for field in model._meta.concrete_fields):
            yield model


def canary_for(field: Any) -> Any:
    """What to write into a column, None where nothing free stands in it."""
    if isinstance(field, models.FloatField):
        return NUMBER
    if isinstance(field, models.JSONField):
        return [CANARY]
    if isinstance(field, models.BinaryField):
        return CANARY.encode()
    is_text = isinstance(field, models.CharField | models.TextField) and not field.choices
    return CANARY if is_text and (field.max_length or 99) >= len(CANARY) else None


def write_canaries() -> set[str]:
    """Into every column that takes them; those that did, as `table.column`."""
    taken = set()
    for model in diary_tables():
        for field in model._meta.concrete_fields:
            canary = canary_for(field)
            if canary is None or not model._base_manager.exists():
                continue
            try:
                with transaction.atomic():
                    model._base_manager.update(**{field.name: canary})
                    taken.add(f"{model.__name__}.{field.name}")
            except IntegrityError:  # a column of codes, or one of several of which only one may say so
                continue
    return taken


def links(page: str, path: str) -> set[str]:
    found = {urljoin(path, unescape(link)) for link in re.findall(r'href="([^"#]+)"', page)}
    return {link for link in found if link.startswith("/admin/")}


def test_no_page_of_the_desk_shows_what_stands_in_a_diary(ana: User, ada: User, ada_client: Client) -> None:
    everything_of(ana, by=ada)
    uids = desk.one_of_each(ana)
    cast.pain(ana, feelings=[Feeling(quality=QUALITY, region=REGION, side="left", intensity=7)])
    cast.massage(ana, areas=(Area(region=REGION, side="left"),))
    kinds = [model for model in diary_tables() if issubclass(model, Record)]
    assert [model for model in kinds if not model._base_manager.exists()] == []
    taken = write_canaries()
    assert {"PainEntry.note", "MassageSession.note", "DayLog.note", "FlareUp.note", "Sensation.intensity"} <= taken
    assert {"MedicationDose.name", "MyTherapist.note", "DiaryImport.file_name"} <= taken

    assert set(DESK_TABLES) == set(admin.site._registry)
    waiting = [address(name, uids) for name in URLS if name.startswith("admin:") and "logout" not in name]
    lists = [path for path in waiting if re.fullmatch(r"/admin/journal/\w+/", path)]
    waiting += [f"{path}?q={wanted}" for path in lists for wanted in (CANARY, NUMBER, REGION.value)]
    waiting += [f"{path}?o={column}" for path in lists for column in (1, 3, 5)]
    seen: set[str] = set()
    while waiting and len(seen) < MOST_PAGES:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen.add(path)
        answer = ada_client.get(path)
        text = answer.text if "html" in answer.get("Content-Type", "") else ""
        text = re.sub(r'<input[^>]*name="q"[^>]*>|href="[^"]*"', "", text)  # what was searched for stands there again
        assert not SHOWN.search(text), path
        if path.startswith("/admin/") and "?" not in path:
            waiting += sorted(links(answer.text, path) - seen) if text else []
    assert len(seen) > 100


def test_nothing_is_found_by_what_stands_in_a_diary(ana: User, ada_client: Client) -> None:
    one_of_each(ana)
    write_canaries()

    for wanted in (CANARY, str(NUMBER), REGION.value):
        found = ada_client.get(f"/admin/journal/user/?q={wanted}")
        assert found.context["cl"].result_count == 0


def unoffered(table: Any) -> Iterator[str]:
    """Conditions about every column, and every table that points to a row, that its list does not filter by."""
    shown = admin.site._registry[table]
    offered = {getattr(each, "parameter_name", each) for each in (*shown.list_filter, shown.date_hierarchy)}
    for field in table._meta.get_fields():
        if field.name not in offered:
            yield f"{field.name}__isnull"
            yield f"{field.name}__startswith"


@pytest.mark.parametrize("table", DESK_TABLES, ids=lambda table: table._meta.model_name)
def test_no_address_asks_for_what_a_list_does_not_offer(table: Any, ada_client: Client) -> None:
    path = f"/admin/journal/{table._meta.model_name}/"
    assert ada_client.get(path).status_code == 200

    answered = {asked: ada_client.get(f"{path}?{asked}=1").status_code for asked in unoffered(table)}

    assert set(answered.values()) == {400}, answered
    assert ada_client.get(f"{path}?painentry__note__startswith=a").status_code == 400
    assert ada_client.get(f"{path}?_to_field=email&_popup=1").status_code == 400


def test_a_decision_shows_and_logs_nothing_of_it_either(ana: User, mona_client: Client) -> None:
    items = desk.queues(ana)
    one_of_each(ana)
    write_canaries()

    for name, item in items.items():
        sent = {"version": "1", "decision": "dismissed" if name == "contentreport" else "rejected", "reason": "other"}
        answer = mona_client.post(f"/admin/journal/{name}/{item.pk}/change/", sent, follow=True)
        assert not SHOWN.search(answer.text), name
        history = mona_client.get(f"/admin/journal/{name}/{item.pk}/history/").text
        assert "mona@example.org" in history
        assert not SHOWN.search(history), name
    assert not LogEntry.objects.exists(), "Django's own history keeps names, and outlives people"
