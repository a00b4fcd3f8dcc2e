"""What a form would never send, the database refuses too: ranges, codes and uids, on both databases."""

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.db import DataError, IntegrityError, connection, transaction
from django.utils import timezone

from journal.models import (
    DayLog,
    DoctorVisit,
    FlareUp,
    KeptResult,
    MassageArea,
    MassageSession,
    MedicationDose,
    PainEntry,
    PreventionGoal,
    QuestionnaireResponse,
    QuestionRhythm,
    Record,
    Revision,
    Sensation,
    TherapistName,
    User,
    VisitQuestion,
)
from tests import cast

DAY = dt.date(2026, 5, 4)
# PostgreSQL refuses by these two; which one depends on whether the column's type or its check is met first.
REFUSED = (IntegrityError, DataError)


def refuses(write: Callable[[], Any]) -> bool:
    try:
        with transaction.atomic():
            write()
    except REFUSED:
        return True
    return False


def sets(record: Any, **fields: Any) -> Callable[[], Any]:
    """A write that goes past every form and action."""
    return lambda: type(record)._default_manager.filter(pk=record.pk).update(**fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"intensity": -0.1},
        {"intensity": 10.1},
        {"intensity": None},
        {"version": 0},
        {"utc_offset_minutes": 961},
        {"utc_offset_minutes": -961},
        {"occurred_at": None},
        {"local_date": None},
    ],
    ids=str,
)
def test_a_pain_entry_out_of_range_is_refused(ana: User, fields: dict[str, Any]) -> None:
    assert refuses(sets(cast.pain(ana, on=DAY), **fields))


@pytest.mark.parametrize("intensity", [0, 0.5, 10])
def test_every_intensity_of_the_scale_is_taken(ana: User, intensity: float) -> None:
    assert not refuses(sets(cast.pain(ana, on=DAY), intensity=intensity))


@pytest.mark.parametrize(
    "fields",
    [
        {"minutes": 0},
        {"minutes": 601},
        {"technique": "magic"},
        {"pressure": 0},
        {"pressure": 6},
        {"given_by": "nobody"},
        {"goal": "winning"},
        {"pain_before": 11},
        {"pain_after": -1},
        {"pain_next_day": 10.5},
        {"soreness_next_day": "very"},
        {"cost": -1},
    ],
    ids=str,
)
def test_a_massage_session_out_of_range_is_refused(ana: User, fields: dict[str, Any]) -> None:
    assert refuses(sets(cast.massage(ana, on=DAY), **fields))


@pytest.mark.parametrize(
    "fields",
    [
        {"region": "", "side": "left", "quality": "ache"},
        {"region": "", "side": "", "quality": ""},
        {"region": "elbow"},
        {"side": "middle"},
        {"quality": "excruciating"},
        {"intensity": 11},
    ],
    ids=str,
)
def test_a_sensation_that_makes_no_sense_is_refused(ana: User, fields: dict[str, Any]) -> None:
    entry = cast.pain(ana, on=DAY)
    sensation = Sensation.objects.create(user=ana, entry=entry, quality="ache", region="calf", side="left")

    assert refuses(sets(sensation, **fields))


def test_the_same_sensation_twice_in_an_entry_is_refused(ana: User) -> None:
    entry = cast.pain(ana, on=DAY)
    said = {"user": ana, "entry": entry, "quality": "ache", "region": "calf", "side": "left"}
    Sensation.objects.create(**said)

    assert refuses(lambda: Sensation.objects.create(**said))
    assert not refuses(lambda: Sensation.objects.create(**said | {"side": "right"}))


def test_a_massaged_place_needs_a_region_and_stands_once(ana: User) -> None:
    session = cast.massage(ana, on=DAY)
    said = {"user": ana, "session": session, "region": "calf", "side": "left"}
    MassageArea.objects.create(**said)

    assert refuses(lambda: MassageArea.objects.create(**said))
    assert refuses(lambda: MassageArea.objects.create(**said | {"region": "", "side": ""}))


@pytest.mark.parametrize(
    "fields",
    [{"reasons": ""}, *({name: "maybe"} for name in ("bladder", "bowel", "accident", "fever", "worse"))],
    ids=str,
)
def test_a_safety_check_without_a_reason_or_with_another_answer_is_refused(ana: User, fields: dict[str, Any]) -> None:
    assert refuses(sets(cast.safety_check(ana, on=DAY), **fields))


def test_a_therapist_has_a_name_and_a_name_means_one(ana: User, ben: User) -> None:
    vera, kim = cast.therapist(ana, "Vera"), cast.therapist(ana, "Kim")

    assert refuses(sets(vera, name=""))
    assert refuses(lambda: TherapistName.objects.create(user=ana, therapist=kim, key="vera"))
    assert refuses(lambda: TherapistName.objects.create(user=ana, therapist=kim, key=""))
    assert not refuses(lambda: cast.therapist(ben, "Vera"))


def test_a_flare_up_ends_after_it_starts(ana: User) -> None:
    found = cast.flare(ana, on=DAY, until=DAY + dt.timedelta(days=2))

    assert refuses(sets(found, ended_at=found.occurred_at - dt.timedelta(seconds=1)))
    assert refuses(sets(found, ended_at=None))
    assert refuses(sets(found, end_date=None))
    assert refuses(sets(found, origin="guessed"))


@pytest.mark.parametrize(
    "fields",
    [
        {"sleep_quality": 11},
        {"stress": 11},
        {"interference": -1},
        {"sleep_minutes": 1441},
        {"walking_minutes": -1},
        {"exercise_minutes": 1441},
        {"lifting": "cars"},
    ],
    ids=str,
)
def test_a_day_out_of_range_is_refused(ana: User, fields: dict[str, Any]) -> None:
    assert refuses(sets(cast.day_log(ana, on=DAY), **fields))


def test_a_day_has_one_log_that_is_not_deleted(ana: User, ben: User) -> None:
    log, other = cast.day_log(ana, on=DAY), cast.day_log(ana, on=DAY + dt.timedelta(days=1))
    cast.day_log(ben, on=DAY)

    assert refuses(sets(other, local_date=DAY))
    assert not refuses(sets(log, deleted_at=timezone.now()))
    assert not refuses(sets(other, local_date=DAY))


@pytest.mark.parametrize(
    "fields",
    [
        {"instrument": "oswestry"},
        {"instrument": ""},
        {"score": 10.1},
        {"score": -1},
        {"score": None},
        {"instrument": "ratings"},
        {"instrument": "rmdq", "score": 25},
        {"answers": None},
    ],
    ids=str,
)
def test_a_score_that_a_questionnaire_does_not_have_is_refused(ana: User, fields: dict[str, Any]) -> None:
    assert refuses(sets(cast.questionnaire(ana, on=DAY), **fields))


def test_ratings_that_stand_for_themselves_have_no_score(ana: User) -> None:
    ratings = cast.questionnaire(ana, "ratings", on=DAY)

    assert ratings.score is None
    assert refuses(sets(ratings, score=5))
    assert not refuses(sets(ratings, instrument="rmdq", score=24))


@pytest.mark.parametrize(
    "fields", [{"instrument": "oswestry"}, {"every_weeks": 0}, {"every_weeks": 3}, {"not_before": None}], ids=str
)
def test_a_rhythm_that_nobody_can_set_is_refused(ana: User, fields: dict[str, Any]) -> None:
    said = {"user": ana, "instrument": "peg", "every_weeks": 1, "not_before": DAY}
    rhythm = QuestionRhythm.objects.create(**said)

    assert refuses(sets(rhythm, **fields))
    assert refuses(lambda: QuestionRhythm.objects.create(**said))


@pytest.mark.parametrize("fields", [{"name": ""}, {"dose": 0}, {"dose": -1}, {"unit": "barrel"}], ids=str)
def test_a_dose_that_makes_no_sense_is_refused(ana: User, fields: dict[str, Any]) -> None:
    assert refuses(sets(cast.medicine(ana, on=DAY), **fields))


@pytest.mark.parametrize(
    "fields", [{"exercise_days": 0}, {"core_days": 8}, {"sitting_minutes": 1441}, {"lifting": "cars"}], ids=str
)
def test_a_goal_out_of_range_is_refused(ana: User, fields: dict[str, Any]) -> None:
    assert refuses(sets(PreventionGoal.objects.create(user=ana), **fields))


def test_one_flare_up_at_a_time_lasts(ana: User, ben: User) -> None:
    cast.flare(ana, on=DAY)
    cast.flare(ben, on=DAY)
    over = cast.flare(ana, on=DAY - dt.timedelta(days=9), until=DAY - dt.timedelta(days=8))

    assert refuses(sets(over, ended_at=None, end_date=None))
    assert not refuses(sets(over, ended_at=None, end_date=None, deleted_at=timezone.now()))


@pytest.mark.parametrize("model", [PainEntry, MassageSession, FlareUp, MedicationDose, DoctorVisit, VisitQuestion])
def test_a_uid_is_one_persons_once(ana: User, ben: User, model: type[Record]) -> None:
    uid = uuid.uuid4()
    logs: dict[type[Record], Callable[[User], Record]] = {
        PainEntry: lambda user: cast.pain(user, on=DAY),
        MassageSession: lambda user: cast.massage(user, on=DAY),
        FlareUp: lambda user: cast.flare(user, on=DAY, until=DAY),
        MedicationDose: lambda user: cast.medicine(user, on=DAY),
        DoctorVisit: lambda user: cast.visit(user, on=DAY),
        VisitQuestion: lambda user: cast.question(user),
    }
    first, other, strangers = logs[model](ana), logs[model](ana), logs[model](ben)

    assert not refuses(sets(first, uid=uid))
    assert refuses(sets(other, uid=uid))
    assert not refuses(sets(strangers, uid=uid))


def test_one_address_is_one_account_however_it_is_written(ana: User) -> None:
    assert refuses(lambda: User.objects.create(email="Ana@Example.org"))


@pytest.mark.parametrize("fields", [{"day_starts_at": 7}, {"day_starts_at": -1}, {"email": None}], ids=str)
def test_settings_out_of_range_are_refused(ana: User, fields: dict[str, Any]) -> None:
    assert refuses(sets(ana, **fields))


def test_a_revision_and_a_kept_result_stand_once(ana: User) -> None:
    revision = {"user": ana, "kind": "pain", "uid": uuid.uuid4(), "version": 1, "said": {}, "made_at": timezone.now()}
    kept = {"user": ana, "name": "effect", "diary_version": 1, "value": 3}
    Revision.objects.create(**revision)
    KeptResult.objects.create(**kept)

    assert refuses(lambda: Revision.objects.create(**revision))
    assert refuses(lambda: KeptResult.objects.create(**kept))


@pytest.mark.parametrize("fields", [{"text": ""}, {"text": None}, {"visit_uid": uuid.UUID(int=1)}], ids=str)
def test_a_question_says_something_and_was_asked_where_it_names_a_visit(ana: User, fields: dict[str, Any]) -> None:
    assert refuses(sets(cast.question(ana), **fields))
    assert not refuses(sets(cast.question(ana), asked=True, visit_uid=uuid.uuid4()))


INDEXED = [
    PainEntry,
    MassageSession,
    FlareUp,
    DayLog,
    MedicationDose,
    DoctorVisit,
    VisitQuestion,
    QuestionnaireResponse,
    Revision,
]


@pytest.mark.parametrize("model", INDEXED)
def test_every_index_of_a_diary_leads_with_its_person(db: None, model: Any) -> None:
    leading = [index.fields[0] for index in model._meta.indexes]
    unique = [constraint.fields[0] for constraint in model._meta.constraints if hasattr(constraint, "fields")]

    assert {*leading, *unique} == {"user"}


def test_sqlite_is_set_so_that_a_commit_reaches_the_disk(db: None) -> None:
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        modes = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    assert modes == ["wal", 2]
