"""Several requests at the same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connection


def at_the_same_time(
    times: int, task: Callable[[int], Any], *, may_raise: type[Exception] | tuple[type[Exception], ...] = ()
) -> list[Any]:
    """Run a task in threads that start together, each with a connection of its own. Results, or what it `may_raise`;
    anything else that it raises fails the test."""
    start = Barrier(times)

    def run(number: int) -> Any:
        start.wait()
        try:
            return task(number)
        except may_raise as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(run, range(times)))
