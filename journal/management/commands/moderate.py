"""`manage.py moderate`: how much waits at the moderation desk, for a mail by cron."""

from typing import Any

from django.core.management.base import BaseCommand

from journal.analytics.wording import describe_day
from journal.queries.moderation import queue_sizes


class Command(BaseCommand):
    help = "Print how much waits in each queue of the moderation desk, and nothing where nothing does."

    def handle(self, *args: Any, **options: Any) -> None:
        for queue in queue_sizes():
            since = f", the oldest since {describe_day(queue.oldest)}" if queue.oldest else ""
            if queue.count:
                self.stdout.write(f"{queue.name}: {queue.count}{since}")
