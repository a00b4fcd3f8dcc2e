"""The two groups of the staff, with the least that each needs."""

from django.db import migrations

DECIDED_ON = ("therapist", "listingchange", "therapistreview", "contentreport", "author", "listingmerge")
MODERATOR = [f"{what}_{model}" for model in DECIDED_ON for what in ("view", "change")] + ["view_auditentry"]
ADMINISTRATOR = [
    *MODERATOR,
    "view_user",
    "change_user",
    "view_contentaccess",
    "add_contentaccess",
    "change_contentaccess",
]


def make_groups(apps, schema_editor):
    """Permissions are made after migrating; on a fresh database those that are needed here are made now."""
    alias = schema_editor.connection.alias
    group_table = apps.get_model("auth", "Group").objects.using(alias)
    for name, codenames in (("moderator", MODERATOR), ("administrator", ADMINISTRATOR)):
        group, _ = group_table.get_or_create(name=name)
        group.permissions.set([_permission(apps, alias, codename) for codename in codenames])


def _permission(apps, alias, codename):
    what, model = codename.split("_")
    type_table = apps.get_model("contenttypes", "ContentType").objects.using(alias)
    content_type, _ = type_table.get_or_create(app_label="journal", model=model)
    verbose_name = apps.get_model("journal", model)._meta.verbose_name
    found, _ = apps.get_model("auth", "Permission").objects.using(alias).get_or_create(
        codename=codename, content_type=content_type, defaults={"name": f"Can {what} {verbose_name}"}
    )
    return found


def drop_groups(apps, schema_editor):
    apps.get_model("auth", "Group").objects.using(schema_editor.connection.alias).filter(
        name__in=("moderator", "administrator")
    ).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("journal", "0008_moderation"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_groups, drop_groups)]
