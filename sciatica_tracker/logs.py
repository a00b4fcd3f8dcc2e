"""Log lines that give nobody away."""

import logging
import traceback
from types import TracebackType

_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class QuietFormatter(logging.Formatter):
    """Says where something went wrong and what kind of error it was, never the error's own words: a database puts the
    row that it refused into them, note and all."""

    def formatException(self, ei: _ExcInfo) -> str:  # noqa: N802  (the name is Python's)
        kind, error, trace = ei
        if error is None or kind is None:
            return ""
        lines = ["Traceback (most recent call last):\n", *traceback.format_tb(trace), f"{kind.__qualname__}\n"]
        cause = error.__cause__ or error.__context__
        if cause is not None:
            lines += ["caused by\n", self.formatException((type(cause), cause, cause.__traceback__))]
        return "".join(lines).rstrip()
