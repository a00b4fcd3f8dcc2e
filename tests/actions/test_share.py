"""What is kept of links, and for how long."""

import datetime as dt

from django.core.management import call_command
from django.utils import timezone

from journal.actions.share import erase_old_shares
from journal.models import ShareLink, User
from tests.cast import share


def test_what_an_expired_link_kept_is_erased_and_later_the_link(ana: User) -> None:
    now = timezone.now()
    share(ana, "works")
    share(ana, "expired", days=1, age=2)
    share(ana, "long expired", days=1, age=32)
    assert ShareLink.objects.filter(kept=None).count() == 0

    erase_old_shares(now=now)

    assert [link.kept is None for link in ShareLink.objects.order_by("created_at")] == [True, False]
    erase_old_shares(now=now + dt.timedelta(days=60))
    assert not ShareLink.objects.exists()


def test_the_daily_command_does_it(ana: User, capsys: object) -> None:
    share(ana, "expired", days=1, age=2)
    call_command("erase_deleted", verbosity=0)

    assert ShareLink.objects.get().kept is None
