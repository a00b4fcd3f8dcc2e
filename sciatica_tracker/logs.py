"""What log lines leave out."""

import logging
import re

_SECRET = re.compile(r"(/s/)[^/\s\"'?]+")


class WithoutSecrets(logging.Filter):
    """Takes the secret of a shared link out of every line that names its address, such as those on what was not
    found."""

    def filter(self, record: logging.LogRecord) -> bool:
        said = record.getMessage()
        without = _SECRET.sub(r"\1…", said)
        if without != said:
            record.msg, record.args = without, ()
        return True
