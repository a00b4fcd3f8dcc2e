"""The people in the tests and what they log: a small named cast, and builders for their records.

Ana keeps the diary that a test is about; Ben has an account of his own and no business in hers; Mona moderates, and
Ada administers. Each builder says only what the test cares about and goes through the same action as the forms do;
`diary` writes a whole history at once.
"""

import datetime as dt
import math
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from journal.actions.bulk import NewRecord, create_records
from journal.actions.day import day_uid, save_day
from journal.actions.diary import touch_diary
from journal.actions.listing import add_listing
from journal.actions.my_therapist import keep_listing
from journal.actions.records import save_record
from journal.actions.review_counts import recount_reviews
from journal.actions.roles import give_role
from journal.actions.share import create_share
from journal.analytics.listing import ListingContent
from journal.analytics.moments import Moment, moment_on_wall
from journal.analytics.questionnaires import INSTRUMENTS, ticks_of
from journal.analytics.records import (
    Area,
    Content,
    DayContent,
    Feeling,
    FlareContent,
    FlareNoteContent,
    MassageContent,
    MedicineContent,
    PainContent,
    QuestionContent,
    QuestionnaireContent,
    SafetyContent,
    TherapistContent,
    VisitContent,
)
from journal.analytics.report import ReportChoices
from journal.analytics.therapists import ListingState
from journal.models import (
    DayLog,
    DoctorVisit,
    FlareNote,
    FlareUp,
    MassageSession,
    MedicationDose,
    MyTherapist,
    PainEntry,
    QuestionnaireResponse,
    QuestionRhythm,
    SafetyCheck,
    ShareLink,
    Therapist,
    TherapistReview,
    User,
    VisitQuestion,
)
from journal.sharing import kept_report
from tests.desk import make_groups

MORNING = dt.time(9)
EVENING = dt.time(18)
APP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"

_FEELINGS = (
    Feeling(quality="ache", region="lower_back", side="left"),
    Feeling(quality="shock", region="calf", side="left", intensity=6),
)
_SESSION = MassageContent(
    minutes=60,
    technique="deep_tissue",
    pressure=3,
    given_by="therapist",
    therapist_name="Vera Lang",
    goal="buttock",
    pain_before=5,
    pain_after=3,
    pain_next_day=3,
    soreness_next_day="some",
    areas=(Area(region="buttock", side="left"),),
)
_DOSE = MedicineContent(name="Ibuprofen", dose=Decimal(400), unit="mg")
_DAYS_BETWEEN_FLARES = 60
_FLARE_DAYS = 6


@pytest.fixture
def ana(db: None) -> User:
    return User.objects.create_user("ana@example.org", time_zone="Europe/Berlin")


@pytest.fixture
def ben(db: None) -> User:
    return User.objects.create_user("ben@example.org", time_zone="America/New_York")


@pytest.fixture
def mona(db: None) -> User:
    return staff("mona@example.org", "moderator")


@pytest.fixture
def ada(db: None) -> User:
    return staff("ada@example.org", "administrator")


@pytest.fixture
def ana_client(ana: User) -> Client:
    return signed_in(ana)


@pytest.fixture
def ben_client(ben: User) -> Client:
    return signed_in(ben)


@pytest.fixture
def mona_client(mona: User) -> Client:
    return at_the_desk(mona)


@pytest.fixture
def ada_client(ada: User) -> Client:
    return at_the_desk(ada)


def signed_in(user: User) -> Client:
    """A browser in which `user` has signed in."""
    client = Client()
    client.force_login(user)
    return client


def staff(email: str, role: str) -> User:
    """Somebody on the staff, with an app that shows codes."""
    if not Group.objects.exists():
        make_groups()
    user = User.objects.create_user(email)
    with_app(user)
    give_role(person=user, role=role, by=None, now=timezone.now())
    return user


def with_app(user: User) -> Authenticator:
    """Set up an app that shows codes for `user`, once."""
    found = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first()
    return found or TOTP.activate(user, APP_SECRET).instance


def at_the_desk(user: User) -> Client:
    """A browser in which somebody on the staff has signed in and given a second factor."""
    client = signed_in(user)
    session = client.session
    record = {"method": "mfa", "at": timezone.now().timestamp(), "id": with_app(user).pk, "type": "totp"}
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [record]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()
    return client


def today(user: User) -> dt.date:
    """The date on the person's wall."""
    return timezone.now().astimezone(ZoneInfo(user.time_zone)).date()


def on_wall(user: User, day: dt.date, at: dt.time | None = MORNING) -> Moment:
    """A moment on the person's wall; `at` None means that only the day is known."""
    return moment_on_wall(day=day, at=at, tz=user.time_zone, day_starts_at=user.day_starts_at)


def pain(
    user: User,
    intensity: float = 5,
    *,
    on: dt.date | None = None,
    at: dt.time | None = MORNING,
    note: str = "",
    feelings: Iterable[Feeling] = (),
    uid: uuid.UUID | None = None,
) -> PainEntry:
    """A pain entry; today where no day is given."""
    told = tuple(sorted(feelings, key=Feeling.what_and_where))
    said = PainContent(intensity=intensity, note=note, feelings=told)
    entry: PainEntry = _save("pain", user, said, on_wall(user, on or today(user), at), uid)
    return entry


def massage(
    user: User,
    *,
    on: dt.date | None = None,
    at: dt.time | None = EVENING,
    uid: uuid.UUID | None = None,
    **said: Any,
) -> MassageSession:
    """A massage session; `said` are fields of MassageContent."""
    moment = on_wall(user, on or today(user), at)
    session: MassageSession = _save("massage", user, MassageContent(**said), moment, uid)
    return session


def flare(
    user: User,
    *,
    on: dt.date | None = None,
    until: dt.date | None = None,
    uid: uuid.UUID | None = None,
    **said: Any,
) -> FlareUp:
    """A flare-up of whole days, still open where no end is given; `said` are fields of FlareContent."""
    end = on_wall(user, until, None) if until else None
    moment = on_wall(user, on or today(user), None)
    found: FlareUp = _save("flare", user, FlareContent(end=end, **said), moment, uid)
    return found


def flare_note(found: FlareUp, change: str = "worse", *, on: dt.date | None = None, note: str = "") -> FlareNote:
    """A note on how a flare-up goes."""
    moment = on_wall(found.user, on or today(found.user))
    said = FlareNoteContent(flare=str(found.uid), change=change, note=note)
    written: FlareNote = _save("flarenote", found.user, said, moment, None)
    return written


def day_log(user: User, *, on: dt.date | None = None, **said: Any) -> DayLog:
    """The log of a day; `said` are fields of DayContent, some stress where there are none."""
    log: DayLog = save_day(
        user=user, day=on or today(user), version=0, content=DayContent(**said or {"stress": 3}), now=timezone.now()
    )
    return log


def medicine(
    user: User,
    *,
    on: dt.date | None = None,
    at: dt.time | None = MORNING,
    uid: uuid.UUID | None = None,
    **said: Any,
) -> MedicationDose:
    """A dose; `said` are fields of MedicineContent."""
    content = replace(_DOSE, **said)
    dose: MedicationDose = _save("medicine", user, content, on_wall(user, on or today(user), at), uid)
    return dose


def therapist(user: User, name: str = "Vera Lang", *, uid: uuid.UUID | None = None, **said: Any) -> MyTherapist:
    """A therapist of the person's own; `said` are fields of TherapistContent."""
    found: MyTherapist = _save("therapist", user, TherapistContent(name=name, **said), on_wall(user, today(user)), uid)
    return found


def safety_check(
    user: User, *reasons: str, on: dt.date | None = None, at: dt.time = MORNING, **said: Any
) -> SafetyCheck:
    """The page on when to get help, shown and its questions asked; `said` are answers."""
    content = SafetyContent(reasons=reasons or ("weakness",), asked=True, **said)
    check: SafetyCheck = _save("safety", user, content, on_wall(user, on or today(user), at), None)
    return check


def visit(
    user: User,
    *,
    on: dt.date | None = None,
    at: dt.time | None = None,
    uid: uuid.UUID | None = None,
    **said: Any,
) -> DoctorVisit:
    """A visit to a doctor, to come or past; `said` are fields of VisitContent."""
    kept: DoctorVisit = _save("visit", user, VisitContent(**said), on_wall(user, on or today(user), at), uid)
    return kept


def question(
    user: User, text: str = "Is swimming good for me?", *, uid: uuid.UUID | None = None, **said: Any
) -> VisitQuestion:
    """A question for a doctor, open where nothing else is said; `said` are fields of QuestionContent."""
    content = QuestionContent(text=text, **said)
    kept: VisitQuestion = _save("question", user, content, on_wall(user, today(user)), uid)
    return kept


def questionnaire(
    user: User,
    instrument: str = "peg",
    *,
    on: dt.date | None = None,
    at: dt.time | None = EVENING,
    uid: uuid.UUID | None = None,
    **answers: int,
) -> QuestionnaireResponse:
    """A questionnaire, answered; `answers` are numbers by the code of the item. Of sentences to tick the others are not
    ticked; where nothing is said of ratings, all are 5."""
    asked = INSTRUMENTS[instrument]
    said = (
        ticks_of(instrument=asked, ticked={code for code, tick in answers.items() if tick})
        if asked.is_ticked
        else answers
    )
    content = QuestionnaireContent(instrument=instrument, answers=said or {item.code: 5 for item in asked.items})
    moment = on_wall(user, on or today(user), at)
    response: QuestionnaireResponse = _save("questionnaire", user, content, moment, uid)
    return response


def share(
    user: User, secret: str = "a secret", *, is_live: bool = False, days: int = 7, age: int = 0, **chosen: Any
) -> ShareLink:
    """A link to the report, made `age` days ago to work for some `days`; `chosen` are fields of ReportChoices."""
    choices = ReportChoices(**chosen)
    return create_share(
        user=user,
        uid=uuid.uuid4(),
        secret=secret,
        choices=choices.to_json(),
        kept=None if is_live else kept_report(user=user, choices=choices, today=today(user)),
        days=days,
        now=timezone.now() - dt.timedelta(days=age),
    )


def listing(*, author: User | None = None, state: str = "published", **said: Any) -> Therapist:
    """A therapist in the directory; `said` are fields of ListingContent."""
    content = ListingContent(**{"name": "Vera Lang", "place": "Leeds", "country": "GB"} | said)
    return add_listing(author=author, uid=uuid.uuid4(), content=content, state=ListingState(state), now=timezone.now())


def massage_by(user: User, about: Therapist) -> MassageSession:
    """A massage by somebody of the directory whom the person keeps among their own therapists."""
    kept = keep_listing(user=user, listing=about, now=timezone.now())
    return massage(user, given_by="therapist", therapist_name=kept.record.name)


def review(about: Therapist, author: User, *, state: str = "published", **said: Any) -> TherapistReview:
    """What somebody wrote about a therapist; `said` are columns of the review."""
    now = timezone.now()
    fields = {"rating": 4, "shown_name": "Walker", "created_at": now, "updated_at": now} | said
    made: TherapistReview = TherapistReview.objects.create(
        uid=uuid.uuid4(), therapist=about, author=author, state=state, **fields
    )
    recount_reviews(therapist_id=about.pk)
    return made


def pains(user: User, by_day: Mapping[dt.date, float]) -> None:
    """A pain entry on each of the days, at once."""
    said = [(on_wall(user, day), PainContent(intensity=intensity)) for day, intensity in by_day.items()]
    _save_all("pain", user, said)


def flared(user: User, *, start: dt.date, days: int = 4) -> None:
    """A quiet month, then days of strong pain from `start` on: a flare-up that nobody declared."""
    quiet = {start - dt.timedelta(days=back): 2 for back in range(1, 31)}
    pains(user, quiet | {start + dt.timedelta(days=after): 7 for after in range(days)})


def diary(user: User, *, days: int, until: dt.date | None = None) -> None:
    """A history of `days` days that ends on `until` (today): an entry on ten of eleven days, a massage every ninth
    day, a declared flare-up every sixtieth. The same for the same arguments; ten years take about a second."""
    last = until or today(user)
    calendar = [last - dt.timedelta(days=back) for back in range(days - 1, -1, -1)]
    _save_all("pain", user, [(on_wall(user, day), _entry(day)) for day in calendar if day.toordinal() % 11])
    evenings = [on_wall(user, day, EVENING) for day in calendar if day.toordinal() % 9 == 0]
    _save_all("massage", user, [(moment, _SESSION) for moment in evenings])
    starts = [day for day in calendar[:-_FLARE_DAYS] if day.toordinal() % _DAYS_BETWEEN_FLARES == 0]
    _save_all("flare", user, [(on_wall(user, day, None), _flare(user, day)) for day in starts])


def days_around(user: User, *, days: int, until: dt.date | None = None) -> None:
    """What was logged around the pain in `days` days that end on `until` (today): a log on two of three days but not
    on the last, a dose on every fourth."""
    last = until or today(user)
    calendar = [last - dt.timedelta(days=back) for back in range(days - 1, -1, -1)]
    doses = [(on_wall(user, day, MORNING), _DOSE) for day in calendar if day.toordinal() % 4 == 0]
    _save_all("medicine", user, doses)
    logs = [
        NewRecord(uid=day_uid(day), moment=on_wall(user, day, None), content=_day(day), received_at=timezone.now())
        for day in calendar[:-1]
        if day.toordinal() % 3
    ]
    create_records(user=user, kind="day", records=logs)


def questionnaires(user: User, *, days: int, until: dt.date | None = None) -> None:
    """Every questionnaire once a week in `days` days that end on `until` (today), and asked every four weeks."""
    last = until or today(user)
    for instrument in INSTRUMENTS.values():
        answers = {item.code: number % 2 for number, item in enumerate(instrument.items)}
        said = QuestionnaireContent(instrument=instrument.code, answers=answers)
        weeks = [on_wall(user, last - dt.timedelta(days=back), EVENING) for back in range(0, days, 7)]
        _save_all("questionnaire", user, [(moment, said) for moment in weeks])
        QuestionRhythm.objects.create(user=user, instrument=instrument.code, every_weeks=4, not_before=last)


def _save(kind: str, user: User, content: Any, moment: Moment, uid: uuid.UUID | None) -> Any:
    saved = save_record(
        kind=kind,
        user=user,
        uid=uid or uuid.uuid4(),
        content=content,
        moment=moment,
        moment_said=True,
        now=timezone.now(),
    )
    return saved.record


def _save_all(kind: str, user: User, said: Iterable[tuple[Moment, Content]]) -> None:
    records = [
        NewRecord(
            uid=uuid.uuid4(),
            moment=moment,
            content=content,
            received_at=moment.occurred_at,
        )
        for moment, content in said
    ]
    touch_diary(user=user)
    create_records(user=user, kind=kind, records=records)


def _day(day: dt.date) -> DayContent:
    ordinal = day.toordinal()
    return DayContent(
        sleep_quality=ordinal % 7 + 2,
        sleep_minutes=360 + 15 * (ordinal % 9),
        stress=ordinal % 11,
        sitting_minutes=60 * (4 + ordinal % 6),
        walking_minutes=10 * (ordinal % 8),
        lifting=("none", "light", "heavy", "light")[ordinal % 4],
        exercise_minutes=20 * (ordinal % 2),
        core=ordinal % 5 < 2,
        interference=ordinal % 6,
    )


def _entry(day: dt.date) -> PainContent:
    ordinal = day.toordinal()
    raised = 3 if ordinal % _DAYS_BETWEEN_FLARES < _FLARE_DAYS else 0
    intensity = round(3 + 2 * math.sin(ordinal / 9) + raised)
    note = "Sat in the car all day." if ordinal % 7 == 0 else ""
    return PainContent(intensity=intensity, note=note, feelings=_FEELINGS)


def _flare(user: User, day: dt.date) -> FlareContent:
    return FlareContent(end=on_wall(user, day + dt.timedelta(days=_FLARE_DAYS - 1), None))
