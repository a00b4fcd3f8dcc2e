"""Saving once, changing knowingly, deleting and bringing back: the same for every kind of record."""

import datetime as dt
from dataclasses import replace

import pytest
from django.utils import timezone

from journal.actions.records import StaleChange, delete_record, erase_deleted
from journal.analytics.records import PainContent
from journal.models import RECORD_MODELS, MassageArea, PainEntry, Revision, Sensation, User
from tests.actions.record_steps import (
    DAY,
    KINDS,
    PAIN,
    UID,
    change,
    delete,
    diary_version,
    every_kind,
    save,
    stored,
    undo,
)
from tests.cast import on_wall


class TestSaving:
    @every_kind
    def test_it_keeps_all_that_was_said(self, ana: User, kind: str) -> None:
        content, _ = KINDS[kind]

        saved = save(ana, content, kind=kind)

        [record] = stored(ana, kind=kind)
        assert saved.outcome == "created"
        assert record.content == content
        assert record.moment == on_wall(ana, DAY)
        assert (record.uid, record.version) == (UID, 1)

    @every_kind
    def test_twice_sent_is_once_saved(self, ana: User, kind: str) -> None:
        content, _ = KINDS[kind]
        first = save(ana, content, kind=kind)

        again = save(ana, content, kind=kind)

        assert again.outcome == "already"
        assert again.record == first.record
        assert len(stored(ana, kind=kind)) == 1
        assert diary_version(ana) == 1

    def test_now_said_a_second_later_is_still_the_same_record(self, ana: User) -> None:
        save(ana, moment_said=False)

        again = save(ana, moment_said=False, moment=on_wall(ana, DAY, dt.time(9, 0, 1)))

        assert again.outcome == "already"
        assert [record.moment for record in stored(ana)] == [on_wall(ana, DAY)]

    def test_the_same_uid_with_other_content_keeps_both(self, ana: User) -> None:
        save(ana)

        other = save(ana, replace(PAIN, intensity=3))

        assert other.outcome == "kept_both"
        assert sorted(record.intensity for record in stored(ana)) == [3, 6]

    def test_the_same_uid_at_another_time_keeps_both(self, ana: User) -> None:
        save(ana)

        assert save(ana, moment=on_wall(ana, DAY, dt.time(10))).outcome == "kept_both"
        assert len(stored(ana)) == 2

    def test_other_content_sent_twice_is_kept_once(self, ana: User) -> None:
        save(ana)
        first = save(ana, replace(PAIN, intensity=3))

        again = save(ana, replace(PAIN, intensity=3))

        assert again.record == first.record
        assert len(stored(ana)) == 2

    def test_a_send_that_arrives_again_after_an_edit_makes_no_copy(self, ana: User) -> None:
        save(ana)
        change(ana, replace(PAIN, intensity=3), version=1)

        late = save(ana)

        assert late.outcome == "already"
        assert [record.intensity for record in stored(ana)] == [3]

    def test_what_was_deleted_and_is_sent_again_is_back(self, ana: User) -> None:
        save(ana)
        delete(ana)

        assert save(ana).outcome == "created"
        assert [record.content for record in stored(ana)] == [PAIN]

    def test_a_kept_copy_that_was_deleted_and_is_sent_again_is_back(self, ana: User) -> None:
        save(ana)
        twin = save(ana, replace(PAIN, intensity=3)).record
        delete_record(kind="pain", user=ana, uid=twin.uid, now=timezone.now())

        save(ana, replace(PAIN, intensity=3))

        assert sorted(record.intensity for record in stored(ana)) == [3, 6]

    def test_another_persons_uid_is_simply_a_new_record(self, ana: User, ben: User) -> None:
        save(ana)

        saved = save(ben, PainContent(intensity=1))

        assert saved.outcome == "created"
        assert [record.content for record in stored(ana)] == [PAIN]
        assert [record.intensity for record in stored(ben)] == [1]

    def test_it_tells_kept_results_that_the_diary_changed(self, ana: User, ben: User) -> None:
        save(ana)

        assert (diary_version(ana), diary_version(ben)) == (1, 0)


class TestChanging:
    @every_kind
    def test_it_replaces_what_the_record_says(self, ana: User, kind: str) -> None:
        before, after = KINDS[kind]
        save(ana, before, kind=kind)
        evening = on_wall(ana, DAY + dt.timedelta(days=1), dt.time(20))

        change(ana, after, version=1, kind=kind, moment=evening)

        [record] = stored(ana, kind=kind)
        assert (record.content, record.moment, record.version) == (after, evening, 2)

    @every_kind
    def test_undo_brings_back_what_it_said(self, ana: User, kind: str) -> None:
        before, after = KINDS[kind]
        save(ana, before, kind=kind)
        change(ana, after, version=1, kind=kind, moment=on_wall(ana, DAY, None))

        undo(ana, version=2, kind=kind)

        [record] = stored(ana, kind=kind)
        assert (record.content, record.moment, record.version) == (before, on_wall(ana, DAY), 3)

    def test_an_undo_can_itself_be_undone(self, ana: User) -> None:
        save(ana)
        change(ana, replace(PAIN, intensity=1), version=1)
        undo(ana, version=2)

        undo(ana, version=3)

        assert [record.intensity for record in stored(ana)] == [1]

    def test_undo_after_a_later_change_does_nothing(self, ana: User) -> None:
        save(ana)
        change(ana, replace(PAIN, intensity=1), version=1)
        change(ana, replace(PAIN, intensity=2), version=2)

        undo(ana, version=2)

        assert [record.intensity for record in stored(ana)] == [2]

    def test_a_stale_change_writes_nothing_and_carries_what_is_there(self, ana: User) -> None:
        save(ana)
        change(ana, replace(PAIN, intensity=1), version=1)

        with pytest.raises(StaleChange) as stale:
            change(ana, replace(PAIN, intensity=9), version=1)

        assert stale.value.current.intensity == 1
        assert [(record.intensity, record.version) for record in stored(ana)] == [(1, 2)]

    def test_the_same_change_sent_twice_changes_once(self, ana: User) -> None:
        save(ana)
        change(ana, replace(PAIN, intensity=1), version=1)

        assert change(ana, replace(PAIN, intensity=1), version=1).version == 2

    def test_a_change_made_before_a_deletion_is_stale(self, ana: User) -> None:
        save(ana)
        delete(ana)

        with pytest.raises(StaleChange):
            change(ana, replace(PAIN, intensity=1), version=1)

        assert stored(ana) == []

    def test_strangers_have_no_such_record(self, ana: User, ben: User) -> None:
        save(ana)

        with pytest.raises(PainEntry.DoesNotExist):
            change(ben, PAIN, version=1)
        with pytest.raises(PainEntry.DoesNotExist):
            delete(ben)
        with pytest.raises(PainEntry.DoesNotExist):
            undo(ben, version=1)
        assert [record.version for record in stored(ana)] == [1]

    def test_every_change_tells_kept_results(self, ana: User) -> None:
        save(ana)
        change(ana, replace(PAIN, intensity=1), version=1)
        undo(ana, version=2)
        delete(ana)

        assert diary_version(ana) == 4


class TestDeleting:
    @every_kind
    def test_it_takes_the_record_out_and_undo_brings_it_back_whole(self, ana: User, kind: str) -> None:
        content, _ = KINDS[kind]
        save(ana, content, kind=kind)

        deleted = delete(ana, kind=kind)
        assert stored(ana, kind=kind) == []

        undo(ana, version=deleted.version, kind=kind)
        assert [record.content for record in stored(ana, kind=kind)] == [content]

    def test_deleting_twice_deletes_once(self, ana: User) -> None:
        save(ana)

        assert delete(ana).version == delete(ana).version == 2

    def test_two_taps_on_undo_bring_it_back_once(self, ana: User) -> None:
        save(ana)
        delete(ana)
        undo(ana, version=2)

        assert undo(ana, version=2).version == 3
        assert len(stored(ana)) == 1

    def test_undo_of_a_first_save_takes_it_out(self, ana: User) -> None:
        save(ana)

        undo(ana, version=1)

        assert stored(ana) == []


class TestErasing:
    def test_it_leaves_nothing_of_what_was_deleted_long_ago(self, ana: User) -> None:
        save(ana)
        change(ana, replace(PAIN, note="A secret."), version=1)
        delete(ana)
        save(ana, KINDS["massage"][0], kind="massage")
        delete(ana, kind="massage")

        erased = erase_deleted(before=timezone.now())

        assert erased == 2
        for model in (PainEntry, Sensation, MassageArea, Revision, RECORD_MODELS["massage"]):
            assert not model._default_manager.exists(), model

    def test_it_spares_what_is_in_the_diary_and_what_was_deleted_lately(self, ana: User, ben: User) -> None:
        save(ana)
        delete(ana)
        save(ben)

        assert erase_deleted(before=timezone.now() - dt.timedelta(days=30)) == 0
        assert PainEntry.objects.count() == 2
        assert Sensation.objects.count() == 4

    def test_earlier_versions_are_forgotten_but_not_the_record(self, ana: User) -> None:
        save(ana)
        change(ana, replace(PAIN, intensity=1), version=1)

        erase_deleted(before=timezone.now())

        assert not Revision.objects.exists()
        assert [record.intensity for record in stored(ana)] == [1]
