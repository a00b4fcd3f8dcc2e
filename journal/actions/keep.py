"""Keeping results that take a while to compute until the diary changes."""

from collections.abc import Callable
from typing import Any

from django.db.models import F, FilteredRelation, Q

from journal.models import KeptResult, User


def kept(*, user: User, name: str, compute: Callable[[], Any]) -> Any:
    """The kept value of that name if the diary has not changed since, else what `compute` returns, kept from now on.

    `compute` returns a JSON-ready value and depends on nothing but the diary (not on the date of today). The version
    is read before it runs, so a change of the diary meanwhile only means that the value is computed once more; of
    several that arrive together each computes, and the last one is kept.
    """
    version, kept_version, value = (
        User.objects.filter(pk=user.pk)
        .annotate(kept=FilteredRelation("keptresult", condition=Q(keptresult__name=name)))
        .values_list("diary_version", F("kept__diary_version"), F("kept__value"))
        .get()
    )
    if kept_version == version:
        return value
    value = compute()
    KeptResult.objects.bulk_create(
        [KeptResult(user=user, name=name, diary_version=version, value=value)],
        update_conflicts=True,
        unique_fields=["user", "name"],
        update_fields=["diary_version", "value"],
    )
    return value
