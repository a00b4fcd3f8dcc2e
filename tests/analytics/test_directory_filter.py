"""How a search of the directory reads."""

import pytest

from journal.analytics.directory_filter import DirectoryFilter, Order
from journal.analytics.therapists import Credential
from journal.analytics.vocabulary import Technique


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (DirectoryFilter(), "therapists"),
        (DirectoryFilter(place="Leeds", country="GB"), "therapists in “Leeds”, United Kingdom"),
        (DirectoryFilter(words="Lang"), "therapists with “Lang” in the name or practice"),
        (
            DirectoryFilter(country="DE", words="Lang", is_checked=True, technique=Technique.THAI),
            "therapists in Germany, with “Lang” in the name or practice; licence checked by us, Thai",
        ),
        (
            DirectoryFilter(credential=Credential.FHT, knows_sciatica=True, knows_lower_back=True, insured=True),
            "therapists; Member of the FHT (UK), experience with the lower back, experience with sciatica, insured",
        ),
    ],
)
def test_a_search_reads_as_one_would_say_it(wanted: DirectoryFilter, said: str) -> None:
    assert wanted.description == said


def test_another_order_alone_leaves_nobody_out() -> None:
    assert not DirectoryFilter(order=Order.REVIEWS)
    assert DirectoryFilter(insured=True)
