"""Which period, and which up to three things beside the pain. Addresses carry codes, so that they name nothing."""

from typing import Any

from django.utils.safestring import SafeString

from journal.analytics.day_factors import FACTORS, Factor
from journal.forms.charts import PeriodForm
from journal.forms.chips import ChipsField

MOST = 3


class BesideForm(PeriodForm):
    """A PeriodForm without own dates; `with` holds the codes of factors."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["from"], self.fields["to"]
        # "with" is a word of Python, so it cannot be declared above.
        words = [(factor.code, factor.label) for factor in FACTORS]
        self.fields["with"] = ChipsField(label="Beside the pain", words=words, used_last=lambda: ())

    @property
    def is_own(self) -> bool:
        """Never: this page has its ranges only."""
        return False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if len(cleaned.get("with", [])) > MOST:
            self.add_error("with", f"Choose up to {MOST}.")
        return cleaned

    def boxes(self, *, shown: list[Factor]) -> SafeString:
        """The check boxes, with those ticked that were sent, or else those that the page shows."""
        sent = self.data.getlist("with") if hasattr(self.data, "getlist") else []
        chosen = sent or [factor.code for factor in shown]
        return SafeString(self.fields["with"].widget.render("with", chosen))

    @property
    def factors(self) -> list[Factor]:
        """What was chosen; nothing where that cannot be."""
        codes = self.cleaned_data.get("with", []) if self.is_bound and self.is_valid() else []
        return [factor for factor in FACTORS if factor.code in codes]
