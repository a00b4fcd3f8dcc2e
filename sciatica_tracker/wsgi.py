"""The WSGI application: `gunicorn sciatica_tracker.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sciatica_tracker.settings")

application = get_wsgi_application()
