"""Keeping results that take a while to compute until the diary changes."""

from collections.abc import Callable
from typing import Any

from django.db.models import F

from journal.models import KeptResult, User


def kept(*, user: User, name: str, compute: Callable[[], Any]) -> Any:
    """The kept value of that name if the diary has not changed since, else what `compute` returns, kept from now on.

    `compute` returns a JSON-ready value other than None and depends on nothing but the diary (not on the date of
    today). The version is read before it runs, so a change of the diary meanwhile only means that the value is
    computed once more; of several that arrive together each computes, and the last one is kept.
    """
    current = KeptResult.objects.filter(user=user, name=name, diary_version=F("user__diary_version"))
    found = current.values_list("value").first()
    if found is not None:
        return found[0]
    version = User.objects.values_list("diary_version", flat=True).get(pk=user.pk)
    value = compute()
    KeptResult.objects.bulk_create(
        [KeptResult(user=user, name=name, diary_version=version, value=value)],
        update_conflicts=True,
        unique_fields=["user", "name"],
        update_fields=["diary_version", "value"],
    )
    return value
