"""What was asked and answered as FHIR R4 resources."""

from collections.abc import Iterator

from journal.analytics.diary_file import DiaryRecord
from journal.analytics.fhir_elements import ME, Element, date_time
from journal.analytics.questionnaires import instrument_of, score_of
from journal.analytics.records import QuestionnaireContent, SafetyContent
from journal.analytics.red_flags import ANSWER_WORDS, QUESTION_WORDS, Answer, Question
from journal.analytics.wording import describe_reasons


def answered_safety(*, record: DiaryRecord, content: SafetyContent) -> Iterator[Element]:
    """Why the page on when to get help was shown, and what was answered on it."""
    shown = {"valueString": describe_reasons(content)}
    reasons = _item("reasons", "The page on when to get help was shown because of", shown)
    said = {question: getattr(content, question) for question in Question}
    answers = [
        _item(question, QUESTION_WORDS[question], {"valueString": ANSWER_WORDS[Answer(answer)]})
        for question, answer in said.items()
        if answer
    ]
    yield _response(record, [reasons, *answers])


def answered_questionnaire(*, record: DiaryRecord, content: QuestionnaireContent) -> Iterator[Element]:
    """Each answer under the words of its question, and the score."""
    instrument = instrument_of(content)
    items = [
        _item(item.code, item.words, {"valueBoolean": bool(said)} if instrument.is_ticked else {"valueInteger": said})
        for item in instrument.items
        if (said := content.answers.get(item.code)) is not None
    ]
    score = score_of(content)
    if score is not None:
        items.append(_item("score", f"Score of 0-{instrument.most}", {"valueDecimal": score}))
    yield _response(record, items)


def _response(record: DiaryRecord, items: list[Element]) -> Element:
    return {
        "resourceType": "QuestionnaireResponse",
        "id": str(record.uid),
        "status": "completed",
        "subject": ME,
        "authored": date_time(record.moment),
        "author": ME,
        "source": ME,
        "item": items,
    }


def _item(link: str, text: str, answer: Element) -> Element:
    return {"linkId": link, "text": text, "answer": [answer]}
