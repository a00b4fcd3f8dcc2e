"""A single tap that says "now": its uid and the device's zone travel hidden, and nothing in it can be wrong."""

import datetime as dt
import uuid
from typing import Any

from journal.analytics.moments import Moment
from journal.forms.log import UidField
from journal.forms.moment import MomentForm
from journal.models import User


class TapForm(MomentForm):
    """Validated at once; a missing or broken uid becomes a new one."""

    uid = UidField()

    def __init__(self, data: Any, *, user: User, now: dt.datetime) -> None:
        super().__init__(data, user=user, now=now)
        del self.fields["day"], self.fields["at"]
        self.full_clean()

    @property
    def record_uid(self) -> uuid.UUID:
        """The uid that the page gave to the record that this tap makes."""
        return self.cleaned_data["uid"] or uuid.uuid4()

    @property
    def moment(self) -> Moment:
        """Now."""
        moment: Moment = self.cleaned_data["moment"]
        return moment
