import django.contrib.postgres.operations
import globa.journal.keys
from django.db import migrations, models


class Migration(migrations.Migration):

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
        migrations.CreateModel(
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
        ),
    ]
