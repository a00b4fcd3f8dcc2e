"""The diary as a whole: locking it for a change, and telling kept results that it changed."""

from django.db.models import F

from journal.models import User


def touch_diary(*, user: User) -> None:
    """Raise the person's `diary_version`, inside the transaction of the change.

    It also orders the changes of one person: the row stays locked until the transaction ends. Raises User.DoesNotExist
    where the account was erased meanwhile.
    """
    if not User.objects.filter(pk=user.pk).update(diary_version=F("diary_version") + 1):
        raise User.DoesNotExist
