"""The queues: oldest first, decided one by one or several at once, never twice."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from journal.models import AuditEntry, Therapist, TherapistReview, User
from tests.cast import at_the_desk
from tests.desk import change, listing, queues, report, review

pytestmark = pytest.mark.django_db

MODELS = ("therapist", "listingchange", "therapistreview", "contentreport")


def page_of(item: object, name: str = "change", *more: int) -> str:
    model = item._meta.model_name  # type: ignore[attr-defined]
    return reverse(f"admin:journal_{model}_{name}", args=[item.pk, *more])  # type: ignore[attr-defined]


def form_of(client: Client, path: str) -> dict[str, str]:
    """What a browser would send back from a page of a listing or a change."""
    context = client.get(path).context
    sent = {"version": str(context["form"]["version"].value())}
    if "listing_form" in context:
        form = context["listing_form"]
        sent |= {name: str(form[name].value() or "") for name in form.fields if name != "techniques"}
    return sent


@pytest.mark.parametrize("model", MODELS)
def test_a_queue_shows_what_waits_oldest_first(model: str, ana: User, mona_client: Client) -> None:
    queues(ana, each=3)

    page = mona_client.get(reverse(f"admin:journal_{model}_changelist"))

    shown = [row.created_at for row in page.context["cl"].result_list]
    assert len(shown) == 3
    assert shown == sorted(shown)


@pytest.mark.parametrize("model", MODELS)
def test_a_long_queue_asks_as_often_as_a_short_one(model: str, ana: User, mona_client: Client) -> None:
    counts = []
    for more in (2, 40):
        queues(ana, each=more)
        with CaptureQueriesContext(connection) as asked:
            mona_client.get(reverse(f"admin:journal_{model}_changelist"))
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_the_others_are_a_filter_away(ana: User, mona_client: Client) -> None:
    queues(ana)

    for state, count in (("published", 1), ("pending", 1), ("all", 2), ("hidden", 0)):
        page = mona_client.get(f"/admin/journal/therapist/?state={state}")
        assert page.context["cl"].result_count == count


@pytest.mark.parametrize("model", MODELS)
def test_every_item_has_a_page_with_all_there_is(model: str, ana: User, mona_client: Client) -> None:
    item = queues(ana)[model]

    page = mona_client.get(page_of(item)).text

    assert f"person {ana.pk}" in page
    assert ana.email not in page
    assert 'name="decision"' in page


def test_a_listing_is_put_right_and_approved_in_one_go_and_the_next_one_comes(ana: User, mona_client: Client) -> None:
    then = timezone.now() - dt.timedelta(days=2)
    first, second = listing("vera lang", created_at=then, added_by=ana), listing("Second")
    sent = form_of(mona_client, page_of(first))

    answer = mona_client.post(
        page_of(first), sent | {"decision": "approved", "name": "Vera Lang", "techniques": "thai"}
    )

    assert answer["Location"] == page_of(second)
    first.refresh_from_db()
    assert (first.state, first.name, first.content.techniques) == ("published", "Vera Lang", ("thai",))


def test_what_is_wrong_in_the_facts_is_said_beside_them(mona_client: Client) -> None:
    item = listing()
    sent = form_of(mona_client, page_of(item))

    page = mona_client.post(page_of(item), sent | {"decision": "approved", "website": "javascript:alert(1)"}).text

    assert "Nothing was decided." in page
    assert "javascript:alert(1)" in page
    assert '<details class="desk-more" open>' in page
    item.refresh_from_db()
    assert item.state == "pending"


def test_what_is_refused_need_not_be_put_right(mona_client: Client) -> None:
    item = listing(phone="call me maybe")
    sent = form_of(mona_client, page_of(item))

    mona_client.post(page_of(item), sent | {"decision": "rejected", "reason": "not_found"})

    item.refresh_from_db()
    assert (item.state, item.reason, item.phone) == ("rejected", "not_found", "call me maybe")


def test_a_reason_is_asked_for(ana: User, mona_client: Client) -> None:
    item = review(ana, listing())

    page = mona_client.post(page_of(item), {"version": "1", "decision": "rejected", "words": "Typed words"}).text

    assert "Choose why." in page
    assert "Typed words" in page
    item.refresh_from_db()
    assert item.state == "pending"


def test_the_second_of_two_moderators_is_told_and_keeps_what_was_typed(
    ana: User, mona_client: Client, ada_client: Client
) -> None:
    item = listing()
    mine, theirs = form_of(mona_client, page_of(item)), form_of(ada_client, page_of(item))
    mona_client.post(page_of(item), mine | {"decision": "edited", "street": "1 Mill Lane"})

    page = ada_client.post(
        page_of(item), theirs | {"decision": "rejected", "reason": "advert", "words": "My words"}
    ).text

    assert "mona@example.org" in page
    assert "Edited. Look again" in page
    assert "My words" in page
    item.refresh_from_db()
    assert (item.state, item.street) == ("pending", "1 Mill Lane")
    # Once looked at again, the decision holds.
    again = re.search(r'name="version" value="(\d+)"', page)
    assert again
    ada_client.post(page_of(item), theirs | {"decision": "rejected", "reason": "advert", "version": again[1]})
    item.refresh_from_db()
    assert item.state == "rejected"


@pytest.mark.parametrize(
    "sent", [{}, {"decision": "flown"}, {"decision": "approved", "version": "x"}, {"version": "9"}]
)
def test_gibberish_decides_nothing(sent: dict[str, str], ana: User, mona_client: Client) -> None:
    for item in queues(ana).values():
        assert mona_client.post(page_of(item), sent).status_code == 200
        state = item.state
        item.refresh_from_db()
        assert item.state == state


def test_a_change_shows_old_and_new_side_by_side_and_can_be_put_right(ana: User, mona_client: Client) -> None:
    about = listing(state="published", street="1 Mill Lane")
    item = change(ana, about, proposed={"street": "2 Mill Lne", "price_from": "60", "currency": "GBP"})
    page = mona_client.get(page_of(item)).text
    assert "<del>1 Mill Lane</del></td><td><ins>2 Mill Lne</ins>" in page
    assert "<del>Nothing</del></td><td><ins>60</ins>" in page
    sent = form_of(mona_client, page_of(item))
    assert sent["street"] == "2 Mill Lne"

    mona_client.post(page_of(item), sent | {"decision": "approved", "street": "2 Mill Lane"})

    about.refresh_from_db()
    assert (about.street, about.price, about.currency) == ("2 Mill Lane", "from 60 GBP", "GBP")


def test_several_are_decided_after_a_question(ana: User, mona_client: Client) -> None:
    about = listing(state="published")
    items = [review(author, about) for author in (ana, User.objects.create_user("c@example.org"))]
    url = reverse("admin:journal_therapistreview_changelist")
    chosen = {"action": "rejected", "_selected_action": [str(item.pk) for item in items]}

    asked = mona_client.post(url, chosen).text
    assert "Leave them as they are" in asked
    assert not AuditEntry.objects.filter(what="rejected").exists()
    versions = {f"version-{item.pk}": "1" for item in items}
    sure = chosen | versions | {"confirmed": "yes", "decision": "rejected"}
    assert "Choose why." in mona_client.post(url, sure).text
    # One of them changes while the question stands there.
    TherapistReview.objects.filter(pk=items[0].pk).update(version=2)
    done = mona_client.post(url, sure | {"reason": "advert"}, follow=True).text

    assert "Rejected: 1 of 2." in done
    assert "It was changed since you opened it" in done
    assert set(TherapistReview.objects.values_list("state", flat=True)) == {"pending", "rejected"}


def test_what_somebody_else_decided_meanwhile_is_counted(ana: User, mona_client: Client) -> None:
    items = [review(ana, listing()), review(ana, listing("Other"))]
    TherapistReview.objects.filter(pk=items[0].pk).update(state="published")
    chosen = {"action": "approved", "_selected_action": [str(item.pk) for item in items]}

    assert (
        "Decided by somebody else meanwhile: 1."
        in mona_client.post(reverse("admin:journal_therapistreview_changelist"), chosen).text
    )


def test_a_licence_is_marked_as_checked(mona: User, mona_client: Client) -> None:
    item = listing(state="published")
    said = {"version": "1", "register": "CNHC", "licence_number": "0012", "checked_on": "2026-05-30"}

    assert "valid date" in mona_client.post(page_of(item, "licence"), said | {"checked_on": "soon"}).text
    mona_client.post(page_of(item, "licence"), said)
    assert "changed since" in mona_client.post(page_of(item, "licence"), said, follow=True).text

    assert "30 May 2026, by mona@example.org" in mona_client.get(page_of(item)).text
    found = Therapist.objects.get(pk=item.pk)
    assert (found.licence_checked_by, found.licence_checked_on) == (mona, dt.date(2026, 5, 30))


def test_two_listings_of_one_therapist_are_joined_and_parted(ana: User, mona_client: Client) -> None:
    kept, gone = listing("Vera Lang", state="published"), listing("Lang, Vera", added_by=ana)
    report(ana, gone)
    assert page_of(kept, "join", gone.pk) in mona_client.get(reverse("admin:journal_therapist_pairs")).text
    assert page_of(kept, "join", gone.pk) in mona_client.get(page_of(gone)).text
    beside = mona_client.get(page_of(kept, "join", gone.pk)).text
    assert "Lang, Vera" in beside
    versions = {"kept_version": "1", "gone_version": "1"}

    assert "changed since" in mona_client.post(page_of(kept, "join", gone.pk), {}, follow=True).text
    assert "not possible" in mona_client.post(page_of(gone, "join", kept.pk), versions, follow=True).text
    mona_client.post(page_of(kept, "join", gone.pk), versions)
    gone.refresh_from_db()
    assert gone.merged_into == kept

    assert "Part them again" in mona_client.get(page_of(gone)).text
    mona_client.post(page_of(gone, "part"))
    found = Therapist.objects.get(pk=gone.pk)
    assert (found.merged_into, found.state) == (None, "pending")


def test_two_people_of_one_name_leave_the_queue(mona_client: Client) -> None:
    first, second, third = (listing("Vera Lang", state="published") for _ in range(3))
    pairs = reverse("admin:journal_therapist_pairs")
    assert mona_client.get("/admin/").context["queues"][-1][1].count == 2

    for _ in range(2):  # sent twice it is said once
        mona_client.post(page_of(first, "join", third.pk), {"apart": "yes"})
    # The third may still be the second.
    left = mona_client.get(pairs).text
    assert page_of(first, "join", second.pk) in left
    assert page_of(second, "join", third.pk) in left
    mona_client.post(page_of(third, "join", second.pk), {"apart": "yes"})
    mona_client.post(page_of(first, "join", first.pk), {"apart": "yes"})

    assert [pair.gone for pair in mona_client.get(pairs).context["pairs"]] == [second]
    assert "join" not in mona_client.get(page_of(third)).text
    entry = AuditEntry.objects.filter(about=third.pk).order_by("pk")
    assert list(entry.values_list("what", "reason")) == [("edited", f"not {first.pk}"), ("edited", f"not {second.pk}")]
    assert Therapist.objects.filter(state="published").count() == 3


def test_a_search_looks_in_every_state_unless_one_is_chosen(ana: User, mona_client: Client) -> None:
    for state in ("pending", "published", "hidden"):
        listing(f"Vera {state}", state=state)
    url = reverse("admin:journal_therapist_changelist")

    def found(asked: str) -> list[str]:
        return sorted(row.state for row in mona_client.get(url + asked).context["cl"].result_list)

    assert found("") == ["pending"]
    assert found("?q=vera") == ["hidden", "pending", "published"]
    assert found("?q=vera&state=pending") == ["pending"]
    assert found("?state=hidden") == ["hidden"]
    page = mona_client.get(f"{url}?q=vera").text
    assert "?q=vera&amp;state=pending" in page
    assert "Taken off" in page.split('id="result_list"')[1]


def test_an_author_is_suspended_by_number(ana: User, mona_client: Client) -> None:
    review(ana, listing())
    url = reverse("admin:journal_author_change", args=[ana.pk])
    page = mona_client.get(url).text
    assert ana.email not in page + mona_client.get(reverse("admin:journal_author_changelist")).text
    assert "Choose why." in mona_client.post(url, {"may_publish": "no"}).text

    mona_client.post(url, {"may_publish": "no", "reason": "advert"})

    ana.refresh_from_db()
    assert not ana.may_publish


def test_nobody_who_never_sent_anything_is_there(ben: User, mona_client: Client) -> None:
    answer = mona_client.get(reverse("admin:journal_author_change", args=[ben.pk]), follow=True)

    assert "not there any more" in answer.text


def test_a_hostile_text_stays_text(ana: User, mona_client: Client) -> None:
    hostile = "<script>alert(1)</script> https://evil.example"
    item = review(ana, listing("<b>Bold</b>"), text=hostile)

    for path in (page_of(item), reverse("admin:journal_therapistreview_changelist")):
        page = mona_client.get(path).text
        assert "<script>alert" not in page
        assert "<b>Bold" not in page
        assert 'href="https://evil' not in page


def test_moderators_read_the_log_and_nobody_changes_it(ana: User, mona: User) -> None:
    client = at_the_desk(mona)
    item = review(ana, listing())
    client.post(page_of(item), {"version": "1", "decision": "approved"})
    entry = AuditEntry.objects.get(what="approved")

    assert "mona@example.org" in client.get("/admin/journal/auditentry/").text
    assert client.get(f"/admin/journal/auditentry/{entry.pk}/change/").status_code == 200
    assert client.post(f"/admin/journal/auditentry/{entry.pk}/change/", {"words": "x"}).status_code == 403
    assert client.post(f"/admin/journal/auditentry/{entry.pk}/delete/", {"post": "yes"}).status_code == 403
