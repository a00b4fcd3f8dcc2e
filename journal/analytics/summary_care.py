"""What was done in a period and what the days were like, counted for a summary: massages, medicines, the days."""

from collections import defaultdict
from collections.abc import Sequence
from statistics import fmean

from journal.analytics.day_factors import FACTORS, Factor, beside_pain, values_by_day
from journal.analytics.day_wording import describe_dose
from journal.analytics.effect_wording import immediate_sentence
from journal.analytics.immediate_change import immediate_change
from journal.analytics.period_records import Logged, PeriodRecords
from journal.analytics.questionnaires import INSTRUMENTS, score_of
from journal.analytics.records import MedicineContent, QuestionnaireContent
from journal.analytics.summary_parts import Answer, Around, Massages, Medicine, Questionnaire, Scored, Verdict


def massages(*, records: PeriodRecords, verdict: Verdict) -> Massages:
    """Counted in the period; the verdict comes from elsewhere."""
    sessions = [one for one in records.sessions if one.moment.local_date in records.period]
    timed = [one.content.minutes for one in sessions if one.content.minutes]
    change = immediate_change(ratings=[(one.content.pain_before, one.content.pain_after) for one in sessions])
    return Massages(
        sessions=len(sessions),
        before=sum(one.moment.local_date in records.period.before for one in records.sessions),
        days=tuple(sorted({one.moment.local_date for one in sessions})),
        minutes=sum(timed),
        timed=len(timed),
        rated=change.sessions,
        immediate=change.mean,
        immediate_words=immediate_sentence(change) if sessions else "",
        verdict=verdict,
    )


def medicines(*, records: PeriodRecords) -> tuple[Medicine, ...]:
    """Each name once, however it is capitalised, the one taken on the most days first."""
    by_name: dict[str, list[Logged[MedicineContent]]] = defaultdict(list)
    for one in records.doses:
        by_name[one.content.name.casefold()].append(one)
    found = [_medicine(records, doses) for doses in by_name.values()]
    return tuple(sorted(filter(None, found), key=lambda one: (-one.days_taken, one.name.casefold())))


def _medicine(records: PeriodRecords, doses: Sequence[Logged[MedicineContent]]) -> Medicine | None:
    """None where the period says nothing of it."""
    now = [one for one in doses if one.day in records.period]
    if not now:
        return None
    words = (describe_dose(one.content).removeprefix(one.content.name).strip() for one in now)
    return Medicine(
        name=now[-1].content.name,
        doses=tuple(dict.fromkeys(word for word in words if word)),
        taken=sum(one.content.taken for one in now),
        not_taken=sum(not one.content.taken for one in now),
        days_taken=len({one.day for one in now if one.content.taken}),
        days_unknown=records.period.days - len({one.day for one in now}),
        days_taken_before=len({one.day for one in doses if one.content.taken and one.day in records.period.before}),
    )


def around(*, records: PeriodRecords) -> tuple[Around, ...]:
    """The things that a day log of the period says, in the order of FACTORS."""
    return tuple(filter(None, (_around(records, factor) for factor in FACTORS)))


def _around(records: PeriodRecords, factor: Factor) -> Around | None:
    values = values_by_day(factor=factor, logs=[(one.day, one.content) for one in records.logs])
    now = {day: value for day, value in values.items() if day in records.period}
    if not now:
        return None
    before = [value for day, value in values.items() if day in records.period.before]
    pain = {day.day: day.mean for day in records.days if day.mean is not None}
    return Around(
        code=factor.code,
        days=len(now),
        mean=fmean(now.values()),
        days_before=len(before),
        mean_before=fmean(before) if before else None,
        beside=beside_pain(values=now, pain=pain),
    )


def questionnaires(*, records: PeriodRecords) -> tuple[Questionnaire, ...]:
    """Those answered in the period, in the order of INSTRUMENTS."""
    found = []
    for code in INSTRUMENTS:
        answered = [one for one in records.answered if one.content.instrument == code]
        now = tuple(_scored(one) for one in answered if one.day in records.period)
        before = [_scored(one) for one in answered if one.day not in records.period]
        if now:
            found.append(Questionnaire(code=code, scored=now, before=before[-1] if before else None))
    return tuple(found)


def _scored(one: Logged[QuestionnaireContent]) -> Scored:
    answers = tuple(Answer(item=item, said=said) for item, said in one.content.answers.items())
    return Scored(day=one.day, score=score_of(one.content), answers=answers)
