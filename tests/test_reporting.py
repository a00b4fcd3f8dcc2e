"""Making PDFs in a server: in processes that were forked, and from several threads at once."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from journal.reporting import printed
from tests.analytics.period_values import entry, june, pain_days, report_of
from tests.source import ROOT

pytestmark = pytest.mark.once

# As a server does: everything is imported, then it forks, and the child answers.
FORKED = """
import os, signal, sys, django
django.setup()
from django.urls import resolve
resolve("/report/pdf/")
from journal.reporting import printed
from tests.analytics.period_values import report_of
child = os.fork()
if not child:
    signal.alarm(20)
    os._exit(0 if printed(report_of(), whose=1).content.startswith(b"%PDF") else 3)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


def test_a_forked_server_makes_pdfs() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FORKED],
        cwd=ROOT,
        env={"DJANGO_SETTINGS_MODULE": "tests.settings", "PATH": "/usr/bin:/bin", "DATABASE_URL": ""},
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 0, done.stderr.decode()


def test_several_threads_get_their_own() -> None:
    reports = [report_of(days=pain_days({june(1): n}), pain=[entry(june(1), n)]) for n in range(4)]

    with ThreadPoolExecutor(4) as threads:
        files = list(threads.map(lambda report: printed(report, whose=1), reports))

    contents = [file.content for file in files if file]
    assert len(set(contents)) == 4
    again = printed(reports[0], whose=1)
    assert again
    assert again.content == contents[0]
