"""Read settings from environment variables; a bad value is refused with a sentence that names it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ImproperlyConfigured

_TRUE = {"1", "true", "yes", "on"}
_FALSE = {"0", "false", "no", "off", ""}


@dataclass(frozen=True)
class Env:
    """Typed reader over a mapping of variables; each method raises ImproperlyConfigured for a bad value."""

    variables: Mapping[str, str]

    def text(self, name: str, default: str = "") -> str:
        return self.variables.get(name, "").strip() or default

    def words(self, name: str, default: str = "") -> list[str]:
        """Values separated by commas."""
        return [word.strip() for word in self.text(name, default).split(",") if word.strip()]

    def flag(self, name: str, default: bool = False) -> bool:
        value = self.variables.get(name)
        if value is None:
            return default
        if value.strip().lower() in _TRUE:
            return True
        if value.strip().lower() in _FALSE:
            return False
        raise ImproperlyConfigured(f"{name} is {value!r}; it should be 1 or 0.")

    def number(self, name: str, default: int, *, low: int, high: int) -> int:
        value = self.text(name, str(default))
        if not value.isascii() or not value.isdigit() or not low <= int(value) <= high:
            raise ImproperlyConfigured(f"{name} is {value!r}; it should be a number from {low} to {high}.")
        return int(value)

    def choice(self, name: str, default: str, *, of: tuple[str, ...]) -> str:
        value = self.text(name, default)
        if value not in of:
            raise ImproperlyConfigured(f"{name} is {value!r}; it should be one of: {', '.join(of)}.")
        return value
