"""Django's admin with the moderation desk as its site."""

from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    default_site = "journal.desk.DeskSite"
