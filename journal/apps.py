from django.apps import AppConfig


class JournalConfig(AppConfig):
    """The diary; the project's one app."""

    name = "journal"
    verbose_name = "Diary"

    def ready(self) -> None:
        from journal import checks  # noqa: F401  (registers them)
