"""Keeping results that take a while to compute until the diary changes."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import F, FilteredRelation, Q

from journal.actions.unhurried import without_waiting
from journal.models import KeptResult, User

_PRODUCT = Path(__file__).parent.parent.parent


def _code() -> str:
    """Names the code and the templates that results come from: what an earlier release has kept may mean something
    else, or look like something else."""
    files = sorted([*(_PRODUCT / "journal").rglob("*.py"), *(_PRODUCT / "templates").rglob("*.html")])
    return sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]


_CODE = _code()


def kept(*, user: User, name: str, compute: Callable[[], Any], of: str = "") -> Any:
    """The kept value of that name if neither the diary nor the program has changed since, else what `compute` returns,
    kept from now on.

    `compute` returns a JSON-ready value and depends on nothing but the diary and what `of` names: the date of today,
    for instance; of another day it is computed again. The version is read before it runs, so a change of the diary
    meanwhile only means that the value is computed once more; of several that arrive together each computes, and the
    last one is kept.
    """
    made_from = [_code() if settings.DEBUG else _CODE, of]
    version, kept_version, said = (
        User.objects.filter(pk=user.pk)
        .annotate(kept=FilteredRelation("keptresult", condition=Q(keptresult__name=name)))
        .values_list("diary_version", F("kept__diary_version"), F("kept__value"))
        .get()
    )
    if kept_version == version and said.get("from") == made_from:
        return said["value"]
    value = compute()
    with without_waiting():
        KeptResult.objects.bulk_create(
            [KeptResult(user=user, name=name, diary_version=version, value={"from": made_from, "value": value})],
            update_conflicts=True,
            unique_fields=["user", "name"],
            update_fields=["diary_version", "value"],
        )
    return value


def erase_outdated() -> None:
    """Delete what was kept of diaries that have changed since: it may hold words that were deleted there."""
    KeptResult.objects.exclude(diary_version=F("user__diary_version")).delete()
