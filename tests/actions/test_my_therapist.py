"""Keeping a therapist, and making one of two who are the same person."""

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.db import IntegrityError
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.actions.my_therapist import add_therapist, keep_listing, merge_therapists, therapist_effect
from journal.actions.records import Saved, change_record, delete_record, undo_change
from journal.analytics.records import Answered, TherapistContent
from journal.analytics.therapists import ListingState
from journal.models import MassageSession, MyTherapist, Therapist, TherapistName, User
from journal.queries.review import has_session_with
from tests.cast import massage, on_wall, therapist
from tests.desk import listing as directory_listing
from tests.verdicts import COURSES, write

DAY = dt.date(2026, 5, 4)
SAID = TherapistContent(name="Vera Lang", note="Second floor.", answers=(Answered(question="cost", answer="70"),))


def backwards(merges: list[Any]) -> list[Any]:
    return merges[::-1]


ORDERS = (backwards, list, lambda merges: merges[1:] + merges[:1])


def add(user: User, content: TherapistContent = SAID, *, uid: uuid.UUID | None = None) -> Saved:
    moment = on_wall(user, DAY)
    return add_therapist(user=user, uid=uid or uuid.uuid4(), content=content, moment=moment, now=timezone.now())


def delete(user: User, found: Any) -> Any:
    return delete_record(kind="therapist", user=user, uid=found.uid, now=timezone.now())


def merge(user: User, *, into: Any, gone: Any) -> Any:
    return merge_therapists(user=user, into=into.uid, gone=gone.uid, now=timezone.now())


def undo(user: User, gone: Any) -> None:
    undo_change(kind="therapist", user=user, uid=gone.uid, version=gone.version, now=timezone.now())


def state(user: User) -> dict[str, Any]:
    """Who is there, what is kept about them, whom each name means and who gave which session."""
    return {
        "said": {one.pk: one.content for one in MyTherapist.objects.owned_by(user)},
        "names": dict(TherapistName.objects.filter(user=user).values_list("key", "therapist")),
        "sessions": dict(MassageSession.objects.owned_by(user).values_list("pk", "therapist")),
    }


class TestAdding:
    def test_it_keeps_all_that_was_said(self, ana: User) -> None:
        assert add(ana).outcome == "created"
        assert MyTherapist.objects.get().content == SAID

    def test_twice_sent_is_once_saved(self, ana: User) -> None:
        uid = uuid.uuid4()

        assert [add(ana, uid=uid).outcome for _ in range(2)] == ["created", "already"]
        assert MyTherapist.objects.count() == 1

    def test_a_name_that_means_another_is_refused(self, ana: User) -> None:
        add(ana)

        with pytest.raises(IntegrityError):
            add(ana, TherapistContent(name="VERA  lang"))

    def test_renaming_to_a_name_that_means_another_is_refused(self, ana: User) -> None:
        add(ana)
        kim = therapist(ana, "Kim")

        with pytest.raises(IntegrityError):
            change_record(
                kind="therapist",
                user=ana,
                uid=kim.uid,
                version=1,
                content=replace(kim.content, name="vera lang"),
                moment=kim.moment,
                now=timezone.now(),
            )

    def test_somebody_who_was_deleted_comes_back_with_their_sessions(self, ana: User) -> None:
        massage(ana, therapist_name="Vera Lang")
        delete(ana, MyTherapist.objects.get())
        uid = uuid.uuid4()

        outcomes = [add(ana, uid=uid).outcome for _ in range(2)]

        [back] = MyTherapist.objects.owned_by(ana)
        assert outcomes == ["created", "already"]
        assert (back.content, back.sessions.count()) == (SAID, 1)


class TestKeepingAListing:
    @pytest.fixture
    def listing(self, db: None) -> Therapist:
        return Therapist.objects.create(
            name="Vera Lang",
            place="Berlin",
            country="DE",
            state=ListingState.PUBLISHED,
            created_at=timezone.now(),
            updated_at=timezone.now(),
        )

    def keep(self, user: User, listing: Therapist) -> Saved:
        return keep_listing(user=user, listing=listing, now=timezone.now())

    def test_it_becomes_one_of_ones_own_once(self, ana: User, listing: Therapist) -> None:
        outcomes = [self.keep(ana, listing).outcome for _ in range(2)]

        [kept] = MyTherapist.objects.owned_by(ana)
        assert outcomes == ["created", "already"]
        assert (kept.name, kept.listing) == ("Vera Lang", listing)

    def test_somebody_of_that_name_is_the_one_and_keeps_their_notes(self, ana: User, listing: Therapist) -> None:
        known = add(ana).record

        assert self.keep(ana, listing).outcome == "already"
        assert [(one.pk, one.listing, one.note) for one in MyTherapist.objects.all()] == [
            (known.pk, listing, "Second floor.")
        ]

    def test_one_who_was_deleted_comes_back_as_they_were(self, ana: User, listing: Therapist) -> None:
        delete(ana, add(ana).record)

        assert self.keep(ana, listing).record.content == SAID

    def test_a_renamed_listing_is_still_the_same(self, ana: User, listing: Therapist) -> None:
        kept = self.keep(ana, listing).record
        listing.name = "Vera Kim"
        listing.save()

        assert self.keep(ana, listing).record == kept

    def test_the_listing_may_go(self, ana: User, listing: Therapist) -> None:
        self.keep(ana, listing)
        listing.delete()

        assert MyTherapist.objects.get().listing is None


class TestMerging:
    def test_sessions_names_and_words_come_together(self, ana: User) -> None:
        vera, other = add(ana).record, therapist(ana, "V. Lang", note="No lift.", told=("clots",))
        massage(ana, therapist_name="V. Lang")

        merge(ana, into=vera, gone=other)
        massage(ana, therapist_name="v. lang")

        [left] = MyTherapist.objects.owned_by(ana)
        assert left.name == "Vera Lang"
        assert (left.note, left.told) == ("Second floor.\n\nNo lift.", ["clots"])
        assert left.sessions.count() == 2

    def test_it_can_be_undone(self, ana: User) -> None:
        vera, other = add(ana).record, therapist(ana, "V. Lang", note="No lift.")
        massage(ana, therapist_name="V. Lang")
        massage(ana, therapist_name="Vera Lang")
        before = state(ana)

        undo(ana, merge(ana, into=vera, gone=other))

        assert state(ana) == before

    @pytest.mark.parametrize("order", [backwards, list])
    def test_the_page_in_the_directory_goes_along_and_comes_back(
        self, order: Callable[[list[Any]], list[Any]], ana: User
    ) -> None:
        """Whoever merges two ways to write a name may still review the therapist whom they saw."""
        page = directory_listing("Vera Lang", state="published")
        kept = keep_listing(user=ana, listing=page, now=timezone.now()).record
        massage(ana, therapist_name="Vera Lang")
        short, shorter = therapist(ana, "V. Lang"), therapist(ana, "V. L.")

        merges = [merge(ana, into=short, gone=kept), merge(ana, into=shorter, gone=short)]
        assert has_session_with(user=ana, therapist=page)
        assert [one.listing for one in MyTherapist.objects.owned_by(ana)] == [page]
        for gone in order(merges):
            undo(ana, gone)

        assert {one.name: one.listing for one in MyTherapist.objects.owned_by(ana)} == {
            "Vera Lang": page,
            "V. Lang": None,
            "V. L.": None,
        }

    def test_who_is_somebody_in_the_directory_already_stays_who_they_are(self, ana: User) -> None:
        pages = [directory_listing(name, state="published") for name in ("Vera Lang", "Vera Long")]
        into, gone = (keep_listing(user=ana, listing=page, now=timezone.now()).record for page in pages)

        undo(ana, merge(ana, into=into, gone=gone))

        assert [one.listing for one in MyTherapist.objects.owned_by(ana).order_by("pk")] == pages

    def test_what_was_written_since_stays_when_it_is_undone(self, ana: User) -> None:
        vera, other = add(ana).record, therapist(ana, "V. Lang", note="No lift.")
        gone = merge(ana, into=vera, gone=other)
        merged = MyTherapist.objects.get(pk=vera.pk)
        change_record(
            kind="therapist",
            user=ana,
            uid=vera.uid,
            version=merged.version,
            content=replace(merged.content, note="Moved."),
            moment=merged.moment,
            now=timezone.now(),
        )

        undo(ana, gone)

        assert {one.name: one.note for one in MyTherapist.objects.owned_by(ana)} == {
            "Vera Lang": "Moved.",
            "V. Lang": "No lift.",
        }

    def test_merging_again_or_with_oneself_does_nothing(self, ana: User) -> None:
        vera, other = add(ana).record, therapist(ana, "V. Lang")
        merge(ana, into=vera, gone=other)
        before = state(ana)

        assert merge(ana, into=vera, gone=other) is None
        assert merge(ana, into=vera, gone=vera) is None
        assert state(ana) == before

    def test_nobody_merges_with_a_therapist_of_somebody_else(self, ana: User, ben: User) -> None:
        vera, kim = add(ana).record, therapist(ben, "Kim")

        with pytest.raises(MyTherapist.DoesNotExist):
            merge(ana, into=vera, gone=kim)

    @given(steps=st.lists(st.permutations(range(4)), min_size=1, max_size=4), order=st.sampled_from(ORDERS))
    @settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_whatever_is_merged_and_undone_no_session_and_no_word_is_lost(
        self, ana: User, steps: list[list[int]], order: Callable[[list[Any]], list[Any]]
    ) -> None:
        MassageSession.objects.all().delete()
        MyTherapist.objects.all().delete()
        four = [therapist(ana, f"Name {number}", note=f"Note {number}.") for number in range(4)]
        for number in (0, 1, 1, 2, 3):
            massage(ana, therapist_name=f"Name {number}")
        before = state(ana)

        merges = [gone for into, other, *_ in steps if (gone := merge(ana, into=four[into], gone=four[other]))]
        merged = state(ana)
        assert merged["sessions"].keys() == before["sessions"].keys()
        assert None not in merged["sessions"].values()
        assert set(merged["names"].values()) <= set(merged["said"])
        assert all(any(f"Note {number}." in one.note for one in merged["said"].values()) for number in range(4))

        for gone in order(merges):
            undo(ana, gone)

        after = state(ana)
        assert (after["names"], after["sessions"]) == (before["names"], before["sessions"])
        assert after["said"].keys() == before["said"].keys()
        # Words that came together part again where the merges are undone one after the other.
        assert order is not backwards or after == before


def test_the_comparison_of_one_therapist_is_there_only_beyond_its_gate(ana: User) -> None:
    write(ana, COURSES["lower"], therapist_name="Vera", pain_before=5, pain_after=3)
    massage(ana, therapist_name="Kim")

    vera, kim = (therapist_effect(user=ana, name=name) for name in ("vera", "Kim"))

    assert kim is not None
    assert kim[0] == "Not compared yet"
    assert vera is not None
    assert vera[0] == "Lower pain after massages"
    assert therapist_effect(user=ana, name="Nobody") is None
