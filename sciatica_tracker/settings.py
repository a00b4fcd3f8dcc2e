"""Settings, all from environment variables; README.md and docs/operations.md list them."""

import os
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from sciatica_tracker.databases import database_from_url
from sciatica_tracker.env import Env

BASE_DIR = Path(__file__).resolve().parent.parent
env = Env(os.environ)
DATA_DIR = Path(env.text("DATA_DIR", str(BASE_DIR / "var")))
DEBUG = env.flag("DEBUG")
HTTPS = env.flag("HTTPS")


def _secret_key() -> str:
    key = env.text("SECRET_KEY")
    if not key and (DATA_DIR / "secret_key").is_file():
        key = (DATA_DIR / "secret_key").read_text().strip()
    if len(key) < 32:
        raise ImproperlyConfigured(
            "SECRET_KEY is missing or shorter than 32 characters; set it, or start with bin/run, which makes one."
        )
    return key


SECRET_KEY = _secret_key()
# Earlier keys: what was signed or sealed with them stays good.
SECRET_KEY_FALLBACKS = env.words("SECRET_KEY_FALLBACKS")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS")
DATABASES = {"default": database_from_url(env.text("DATABASE_URL"), data_dir=DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "journal",
    "sciatica_tracker.apps.DeskConfig",
    "django.forms",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Pages with secrets worth guessing hold only masked tokens, and Django pads each answer by a random length.
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "journal.middleware.NothingStoredMiddleware",
    "journal.middleware.ErasedAccountMiddleware",
    "journal.middleware.StaffSecondStepMiddleware",
]

ROOT_URLCONF = "sciatica_tracker.urls"
WSGI_APPLICATION = "sciatica_tracker.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# Days and hours are always those of the person's own zone; the server's is never shown.
TIME_ZONE = "UTC"
USE_TZ = True
LANGUAGE_CODE = "en-gb"
USE_I18N = True

AUTH_USER_MODEL = "journal.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
ACCOUNT_LOGOUT_REDIRECT_URL = "start"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_ADAPTER = "journal.forms.account_words.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "journal.forms.account.LoginForm",
    "signup": "journal.forms.account.SignupForm",
    "add_email": "journal.forms.account.AddEmailForm",
    "reset_password": "journal.forms.account.ResetPasswordForm",
    "reset_password_from_key": "journal.forms.account.ResetPasswordKeyForm",
    "change_password": "journal.forms.account.ChangePasswordForm",
    "set_password": "journal.forms.account.SetPasswordForm",
    "reauthenticate": "journal.forms.account.ReauthenticateForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ADAPTER = "journal.second_step.SecondStepAdapter"
MFA_FORMS = {
    "authenticate": "journal.forms.second_step.CodeForm",
    "reauthenticate": "journal.forms.second_step.CodeAgainForm",
    "activate_totp": "journal.forms.second_step.AppForm",
    "add_webauthn": "journal.forms.second_step.PasskeyForm",
    "edit_webauthn": "journal.forms.second_step.PasskeyNameForm",
}
ACCOUNT_EMAIL_VERIFICATION = env.choice("EMAIL_VERIFICATION", "none", of=("none", "optional", "mandatory"))
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "signup": "20/m/ip"}

# Whether people who have kept a diary for a while publish their reviews of therapists without a moderator.
REVIEWS_PUBLISH_TRUSTED = env.flag("REVIEWS_PUBLISH_TRUSTED")

# Whom a limit is about: behind a proxy the address that it adds, not the proxy's own.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if env.flag("BEHIND_PROXY") else 0

# The limits on sign-in and on guessing links count in the cache: in the database, so that all workers count together.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}

SESSION_ENGINE = "journal.sessions"
SESSION_COOKIE_AGE = 90 * 24 * 60 * 60
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.flag("BEHIND_PROXY") else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "journal.views.errors.csrf_failure"
# Messages name what was saved; they stay on the server.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "sciatica_tracker.storage.HashedStaticFilesStorage"
    },
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

EMAIL_HOST = env.text("EMAIL_HOST")
EMAIL_PORT = env.number("EMAIL_PORT", 587, low=1, high=65535)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", default=True)
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
# Where no mail is sent, no address can be confirmed.
MFA_ALLOW_UNVERIFIED_EMAIL = not EMAIL_HOST
# Without HTTPS a browser makes passkeys for localhost only.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "diary@localhost")

# Files do not count here (forms/importing.py limits them); fields of a log form are far smaller.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_secrets": {"()": "sciatica_tracker.logs.WithoutSecrets"}},
    "formatters": {"quiet": {"()": "sciatica_tracker.logs.QuietFormatter"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "filters": ["without_secrets"], "formatter": "quiet"},
    },
    "loggers": {
        # Without Django's own handler, which mails whole requests and rows to the administrators.
        "django": {"handlers": []},
        # These name addresses; the second has a handler of its own otherwise.
        "django.request": {"filters": ["without_secrets"]},
        "django.server": {"filters": ["without_secrets"], "handlers": ["console"], "propagate": False},
    },
    "root": {
        "handlers": ["console"],
        "level": env.choice("LOG_LEVEL", "INFO", of=("DEBUG", "INFO", "WARNING", "ERROR")),
    },
}
