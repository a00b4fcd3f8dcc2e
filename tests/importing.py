"""A diary file on its way in: uploaded, answered for and stored as a browser does it."""

import uuid
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from journal.models import DiaryImport

DIARY = "date,pain,where,note\n03/04/2020,4,left calf,long drive\n14/04/2020,5.5,Elbow,\nsoon,3,Hip,\n"


def upload(client: Client, content: str | bytes = DIARY, *, name: str = "diary.csv") -> DiaryImport:
    """The import of a file that was just sent."""
    uid = uuid.uuid4()
    file = SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)
    answer = client.post(reverse("import_new"), {"uid": uid, "file": file})
    assert answer.status_code == 302, answer.context["form"].errors
    return DiaryImport.objects.get(uid=uid)


def page(name: str, diary_import: DiaryImport) -> str:
    """The address of a page about an import."""
    return reverse(name, args=[diary_import.uid])


def answers(client: Client, diary_import: DiaryImport, **changed: Any) -> dict[str, Any]:
    """What the columns page would send as it stands, with some answers changed; None leaves one away."""
    form = client.get(page("import_columns", diary_import)).context["form"]
    sent = {field.html_name: field.value() for field in form if field.value() not in (None, False)} | changed
    return {name: value for name, value in sent.items() if value is not None}


def run(client: Client, diary_import: DiaryImport) -> DiaryImport:
    """Press the button until every row is in."""
    while diary_import.finished_at is None:
        answer = client.post(page("import_run", diary_import))
        assert answer["Location"] in {page("import_run", diary_import), page("import_account", diary_import)}
        diary_import.refresh_from_db()
    return diary_import
