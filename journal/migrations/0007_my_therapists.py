import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from journal.analytics.names import name_key, tidy_name

BATCH = 500
MOMENT = ('occurred_at', 'tz', 'utc_offset_minutes', 'local_date', 'time_known')


def therapists_from_names(apps, schema_editor):
    """One therapist for each name of a person, however it was written; called as in their latest session."""
    Session, MyTherapist, TherapistName = (
        apps.get_model('journal', name) for name in ('MassageSession', 'MyTherapist', 'TherapistName')
    )
    made, linked = {}, []
    sessions = Session.objects.exclude(therapist_name='').order_by('user_id', 'local_date', 'occurred_at', 'pk')
    for session in sessions.iterator(chunk_size=2000):
        key = name_key(session.therapist_name)
        if not key:
            continue
        therapist = made.get((session.user_id, key))
        if therapist is None:
            therapist = made[session.user_id, key] = MyTherapist(
                user_id=session.user_id,
                uid=uuid.uuid4(),
                received_at=session.received_at,
                updated_at=session.received_at,
                **{name: getattr(session, name) for name in MOMENT},
            )
        therapist.name = tidy_name(session.therapist_name)
        linked.append((session.pk, (session.user_id, key)))
    MyTherapist.objects.bulk_create(made.values(), batch_size=BATCH)
    TherapistName.objects.bulk_create(
        [
            TherapistName(user_id=user_id, therapist=therapist, key=key)
            for (user_id, key), therapist in made.items()
        ],
        batch_size=BATCH,
    )
    for first in range(0, len(linked), BATCH):
        rows = [Session(pk=pk, therapist=made[whom]) for pk, whom in linked[first : first + BATCH]]
        Session.objects.bulk_update(rows, ['therapist'])
    # PostgreSQL alters no table while checks of its rows are put off.
    schema_editor.connection.check_constraints()


def names_from_therapists(apps, schema_editor):
    """Back: each session says the name again."""
    Session = apps.get_model('journal', 'MassageSession')
    name = models.OuterRef('therapist_id')
    names = apps.get_model('journal', 'MyTherapist').objects.filter(pk=name).values('name')[:1]
    Session.objects.exclude(therapist=None).update(therapist_name=models.Subquery(names))
    schema_editor.connection.check_constraints()


class Migration(migrations.Migration):

    dependencies = [
        ('journal', '0006_directory'),
    ]

    operations = [
        migrations.CreateModel(
            name='MyTherapist',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(editable=False)),
                ('occurred_at', models.DateTimeField()),
                ('tz', models.CharField(max_length=64)),
                ('utc_offset_minutes', models.SmallIntegerField()),
                ('local_date', models.DateField()),
                ('time_known', models.BooleanField(default=True)),
                ('received_at', models.DateTimeField()),
                ('updated_at', models.DateTimeField()),
                ('version', models.PositiveIntegerField(default=1)),
                ('deleted_at', models.DateTimeField(blank=True, null=True)),
                ('name', models.CharField(max_length=120)),
                ('goal', models.TextField(blank=True)),
                ('recommended_by', models.CharField(blank=True, max_length=120)),
                ('recommended_on', models.DateField(blank=True, null=True)),
                ('answers', models.JSONField(blank=True, default=list)),
                ('told', models.JSONField(blank=True, default=list)),
                ('note', models.TextField(blank=True)),
                ('merged', models.JSONField(blank=True, null=True)),
                ('listing', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='kept_by', to='journal.therapist')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='massagesession',
            name='therapist',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='sessions', to='journal.mytherapist'),
        ),
        migrations.CreateModel(
            name='TherapistName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=360)),
                ('therapist', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='names', to='journal.mytherapist')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.AddIndex(
            model_name='mytherapist',
            index=models.Index(condition=models.Q(('deleted_at', None)), fields=['user', '-local_date', '-occurred_at', '-id'], name='mytherapist_by_day'),
        ),
        migrations.AddConstraint(
            model_name='mytherapist',
            constraint=models.UniqueConstraint(fields=('user', 'uid'), name='mytherapist_uid_once'),
        ),
        migrations.AddConstraint(
            model_name='mytherapist',
            constraint=models.CheckConstraint(condition=models.Q(('utc_offset_minutes__range', (-960, 960))), name='mytherapist_offset_in_range'),
        ),
        migrations.AddConstraint(
            model_name='mytherapist',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='mytherapist_version_from_1'),
        ),
        migrations.AddConstraint(
            model_name='mytherapist',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='mytherapist_has_a_name'),
        ),
        migrations.AddConstraint(
            model_name='therapistname',
            constraint=models.UniqueConstraint(fields=('user', 'key'), name='therapistname_means_one'),
        ),
        migrations.AddConstraint(
            model_name='therapistname',
            constraint=models.CheckConstraint(condition=models.Q(('key', ''), _negated=True), name='therapistname_not_empty'),
        ),
        migrations.RunPython(therapists_from_names, names_from_therapists),
        migrations.RemoveField(
            model_name='massagesession',
            name='therapist_name',
        ),
    ]
