"""What will become of each row, before anything is stored."""

from django.test import Client

from journal.models import PainEntry
from tests.importing import answers, page, run, upload


def test_it_shows_rows_counts_and_every_problem(ana_client: Client) -> None:
    text = ana_client.get(page("import_preview", upload(ana_client))).content.decode()

    assert "4, left calf" in text
    assert "long drive" in text
    assert "<td>4</td><td>This is not a date that can be read: “soon”</td>" in text
    assert "Import 2 rows" in text
    assert not PainEntry.objects.exists()


def test_a_thousand_wrong_rows_are_counted_and_the_first_shown(ana_client: Client) -> None:
    wrong = "".join(f"2020-01-01,{number}\n" for number in range(11, 1011))
    diary_import = upload(ana_client, f"date,pain\n2020-01-01,4\n{wrong}")
    ana_client.post(
        page("import_columns", diary_import), answers(ana_client, diary_import, worst_pain="10", update="1")
    )

    answer = ana_client.get(page("import_preview", diary_import))

    text = answer.content.decode()
    assert "1,000 rows that cannot be stored" in text
    assert "And 900 rows more like these" in text
    assert answer.context["reasons"] == [("The strength of the pain lies outside the scale of 0 to 10", 1000)]


def test_rows_that_are_there_already_are_counted(ana_client: Client) -> None:
    run(ana_client, upload(ana_client))

    answer = ana_client.get(page("import_preview", upload(ana_client)))

    assert (answer.context["known"], answer.context["new"]) == (2, 0)
    assert "Everything that can be stored is in your diary already." in answer.content.decode()
    assert page("import_run", answer.context["diary_import"]) not in answer.content.decode()


def test_text_of_the_file_is_shown_as_text(ana_client: Client) -> None:
    diary_import = upload(ana_client, "date,pain,note\n2020-01-01,4,<script>x\n<img>,4,\n")

    text = ana_client.get(page("import_preview", diary_import)).content.decode()

    assert "&lt;script&gt;x" in text
    assert "<img>" not in text


def test_a_file_with_no_row_to_store_cannot_be_imported(ana_client: Client) -> None:
    text = ana_client.get(page("import_preview", upload(ana_client, "date,pain\n2020-01-01,-4\n"))).content.decode()

    assert "No row can be stored as the columns are understood now." in text
    assert "/run/" not in text


def test_without_a_date_it_leads_back_to_the_columns(ana_client: Client) -> None:
    diary_import = upload(ana_client, "a,b\nc,d\n")

    assert ana_client.get(page("import_preview", diary_import))["Location"] == page("import_columns", diary_import)


def test_it_is_nobody_elses(ana_client: Client, ben_client: Client) -> None:
    assert ben_client.get(page("import_preview", upload(ana_client))).status_code == 404
