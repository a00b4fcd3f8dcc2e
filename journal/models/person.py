"""The person who keeps a diary, and signs in by e-mail."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from journal.analytics.vocabulary import Side


class UserManager(BaseUserManager["User"]):
    """Creates people by e-mail; addresses are kept in lower case, so that one person has one account."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email: str | None) -> "User":
        return self.get(email=(email or "").lower())


class User(AbstractUser):
    """A person and their settings. `flare_after_days` is how many logged days in a row pain is raised before a flare-up
    is suggested. `diary_version` grows with every change of the diary, so that results kept
    from an earlier state are never shown."""

    THEMES = (("auto", "As my device"), ("light", "Light"), ("dark", "Dark"))

    username = None  # type: ignore[assignment]
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    email = models.EmailField("e-mail address", unique=True)
    time_zone = models.CharField(max_length=64, default="UTC")
    day_starts_at = models.PositiveSmallIntegerField(default=0)
    theme = models.CharField(max_length=5, choices=THEMES, default="auto")
    usual_side = models.CharField(max_length=6, choices=Side.choices(), blank=True)
    country = models.CharField(max_length=2, blank=True)
    """An ISO 3166 code for the emergency number, "ZZ" for one that is not listed, "" to go by the time zone."""
    flare_after_days = models.PositiveSmallIntegerField(default=2)
    may_publish = models.BooleanField(default=True)
    """Whether they may send anything to the directory of therapists; moderators take this away."""
    diary_version = models.PositiveBigIntegerField(default=0, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = UserManager()  # type: ignore[misc,assignment]

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="user_email_once"),
            models.CheckConstraint(condition=models.Q(day_starts_at__lte=6), name="user_day_starts_at_0_to_6"),
            models.CheckConstraint(
                condition=models.Q(flare_after_days__range=(1, 2)), name="user_flare_after_1_or_2_days"
            ),
        ]

    def __str__(self) -> str:
        return self.email
