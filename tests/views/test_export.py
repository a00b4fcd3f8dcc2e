"""The whole diary to take away."""

import io
import json
import zipfile

from django.test import Client

from journal.models import User
from tests.site import one_of_each


def downloaded(client: Client) -> zipfile.ZipFile:
    answer = client.post("/export/")
    assert answer.status_code == 200, answer
    return zipfile.ZipFile(io.BytesIO(answer.getvalue()))


def test_everything_is_in_it(ana: User, ana_client: Client) -> None:
    one_of_each(ana)
    page = ana_client.get("/export/").text
    assert "pain entries" in page.lower()
    file = downloaded(ana_client)
    print(file.namelist())
    for name in file.namelist():
        print(name, file.read(name).decode()[:1500])
    json.loads(file.read("diary.json"))
    json.loads(file.read("bundle.fhir.json"))
