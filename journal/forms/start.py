"""The scale on the start page: a number, and saved."""

import datetime as dt

from journal.forms.log import LogForm
from journal.forms.scale import ScaleField
from journal.models import User


class QuickPainForm(LogForm):
    """Sent to the log page, which saves it or takes the number over to add more."""

    def __init__(self, *, user: User, now: dt.datetime) -> None:
        super().__init__(user=user, now=now, initial={})
        self.fields["intensity"] = ScaleField(label="How strong is the pain now?")
