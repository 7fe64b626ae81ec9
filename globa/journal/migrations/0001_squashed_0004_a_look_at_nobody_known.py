import django.contrib.postgres.operations
import django.utils.timezone
import globa.journal.created_together
import globa.journal.keys
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('journal', '0001_initial'), ('journal', '0002_readings_and_seals'), ('journal', '0003_explanations_of_looks'), ('journal', '0004_a_look_at_nobody_known')]

    initial = True

    dependencies = [
    ]

    operations = [
        django.contrib.postgres.operations.BtreeGistExtension(
        ),
        django.contrib.postgres.operations.TrigramExtension(
        ),
        django.contrib.postgres.operations.UnaccentExtension(
        ),
        globa.journal.created_together.CreatedTogether(
            tables=[migrations.CreateModel(
                name='Explanation',
                fields=[
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                    ('organisation_id', models.UUIDField(verbose_name='at which organisation')),
                    ('noticed', models.CharField(max_length=20, verbose_name='why it was noticed')),
                    ('looker_id', models.UUIDField(verbose_name='who looked')),
                    ('person_id', models.UUIDField(null=True, verbose_name='at whom')),
                    ('day', models.DateField(verbose_name='on which day')),
                    ('reason', models.TextField(verbose_name='explanation')),
                    ('actor_id', models.UUIDField(verbose_name='explained by')),
                    ('explained_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='explained')),
                ],
                options={
                    'verbose_name': 'explanation of a look',
                    'constraints': [models.UniqueConstraint(fields=('organisation_id', 'noticed', 'looker_id', 'person_id', 'day'), name='look_is_explained_once', nulls_distinct=False, violation_error_message='This look is explained already.'), models.CheckConstraint(condition=models.Q(('looker_id', models.F('actor_id')), _negated=True), name='nobody_explains_their_own_look', violation_error_message='Nobody explains their own look. Ask the head or the data-protection officer.'), models.CheckConstraint(condition=models.Q(('reason__length__gte', 5)), name='look_is_explained_in_words', violation_error_message='Say in a few words what explains the look.')],
                },
            ), migrations.CreateModel(
                name='Operation',
                fields=[
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                    ('verb', models.CharField(max_length=60, verbose_name='what was done')),
                    ('actor_id', models.UUIDField(help_text='Empty for the system itself.', null=True, verbose_name='by whom')),
                    ('organisation_id', models.UUIDField(null=True, verbose_name='for which organisation')),
                    ('happened_at', models.DateTimeField(auto_now_add=True, verbose_name='when')),
                    ('reason', models.TextField(blank=True, verbose_name='why')),
                    ('subject', models.CharField(blank=True, max_length=100, verbose_name='record it is about')),
                    ('idempotency_key', models.UUIDField(null=True, verbose_name='key of the request')),
                    ('imported_from', models.UUIDField(null=True, verbose_name='import it came from')),
                ],
                options={
                    'indexes': [models.Index(fields=['subject'], name='operation_by_subject')],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('idempotency_key__isnull', False)), fields=('idempotency_key',), name='operation_happens_once', violation_error_message='This was saved already.')],
                },
            ), migrations.CreateModel(
                name='Reading',
                fields=[
                    ('number', models.BigAutoField(primary_key=True, serialize=False)),
                    ('happened_at', models.DateTimeField(verbose_name='when')),
                    ('actor_id', models.UUIDField(verbose_name='who looked')),
                    ('role', models.CharField(blank=True, max_length=40, verbose_name='as')),
                    ('organisation_id', models.UUIDField(null=True, verbose_name='working at')),
                    ('person_id', models.UUIDField(null=True, verbose_name='at whom')),
                    ('shown', models.CharField(choices=[('name', 'name'), ('file', 'file'), ('special', 'file with health'), ('code', 'personal code'), ('evidence', 'records behind figures'), ('looks', 'who looked')], max_length=10, verbose_name='what was looked at')),
                    ('way', models.CharField(blank=True, max_length=20, verbose_name='by which right')),
                    ('route', models.CharField(max_length=60, verbose_name='page')),
                    ('result', models.CharField(choices=[('shown', 'shown'), ('refused', 'refused'), ('missing', 'missing')], default='shown', max_length=10, verbose_name='answer')),
                ],
                options={
                    'verbose_name': 'look',
                    'ordering': ['number'],
                    'indexes': [models.Index(fields=['person_id', 'happened_at'], name='reading_by_person'), models.Index(fields=['organisation_id', 'happened_at'], name='reading_by_organisation')],
                },
            ), migrations.CreateModel(
                name='Seal',
                fields=[
                    ('number', models.BigIntegerField(primary_key=True, serialize=False)),
                    ('first', models.BigIntegerField(verbose_name='first row')),
                    ('last', models.BigIntegerField(verbose_name='last row')),
                    ('rows', models.TextField(help_text='As PostgreSQL writes a multirange: {[1,20),[22,30)}.', verbose_name='rows')),
                    ('count', models.IntegerField(verbose_name='how many rows')),
                    ('previous', models.CharField(max_length=64, verbose_name='digest of the seal before')),
                    ('digest', models.CharField(max_length=64, verbose_name='digest')),
                    ('sealed_at', models.DateTimeField(verbose_name='sealed')),
                ],
                options={
                    'verbose_name': 'seal',
                    'ordering': ['number'],
                    'indexes': [models.Index(fields=['last'], name='seal_by_last_row')],
                },
            )],
        ),
    ]
