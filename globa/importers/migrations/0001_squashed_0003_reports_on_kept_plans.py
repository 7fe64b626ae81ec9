import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import globa.journal.created_together
import globa.journal.keys
import globa.journal.same
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('importers', '0001_initial'), ('importers', '0002_plan_documents'), ('importers', '0003_reports_on_kept_plans')]

    initial = True

    dependencies = [
        ('planning', '0001_squashed_0010_which_sum_counts'),
        ('registry', '0001_squashed_0011_news_read_by_an_account'),
    ]

    operations = [
        globa.journal.created_together.CreatedTogether(
            tables=[migrations.CreateModel(
                name='CheckedDocument',
                fields=[
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                    ('name', models.CharField(max_length=200, verbose_name='name')),
                    ('size', models.PositiveBigIntegerField(verbose_name='size, bytes')),
                    ('sha256', models.CharField(max_length=64, verbose_name='SHA-256')),
                    ('asked_at', models.DateTimeField(auto_now_add=True, verbose_name='asked')),
                    ('done_at', models.DateTimeField(blank=True, null=True, verbose_name='ready at')),
                    ('state', models.CharField(choices=[('waiting', 'waiting'), ('running', 'being checked'), ('done', 'checked'), ('refused', 'not checked')], default='waiting', max_length=10, verbose_name='state')),
                    ('progress', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='progress, %')),
                    ('said', models.TextField(blank=True, verbose_name='why it was not checked')),
                    ('is_kept', models.BooleanField(default=False, verbose_name='kept until its owner says otherwise')),
                    ('file_sealed', models.BinaryField(null=True, verbose_name='the file')),
                    ('result_sealed', models.BinaryField(null=True, verbose_name='what was read and found')),
                    ('contradictions', models.PositiveIntegerField(default=0, verbose_name='contradictions')),
                    ('suspicious', models.PositiveIntegerField(default=0, verbose_name='to look at once more')),
                    ('of_form', models.PositiveIntegerField(default=0, verbose_name='of form')),
                    ('earlier', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='later', to='importers.checkeddocument', verbose_name='earlier version')),
                    ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='checked_documents', to=settings.AUTH_USER_MODEL, verbose_name='account')),
                ],
                options={
                    'verbose_name': 'checked document',
                    'constraints': [models.UniqueConstraint(fields=('id', 'user'), name='checked_document_of_account'), models.CheckConstraint(condition=models.Q(('state__in', ('waiting', 'running')), ('file_sealed__isnull', True), _connector='OR'), name='ended_check_keeps_no_file', violation_error_message='The file of a check that has ended is not kept. Drop it again to check it once more.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'done'), _negated=True), models.Q(('done_at__isnull', False), ('result_sealed__isnull', False)), _connector='OR'), name='done_check_has_its_result', violation_error_message='What was found is missing, so the check is not ready. Drop the file again.'), models.CheckConstraint(condition=models.Q(('progress__lte', 100)), name='check_is_at_most_done', violation_error_message='Nothing is more than done. Drop the file again.'), globa.journal.same.Same('earlier', 'user', name='earlier_version_is_own')],
                },
            ), migrations.CreateModel(
                name='Answer',
                fields=[
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                    ('finding', models.CharField(max_length=200, verbose_name='finding')),
                    ('says', models.CharField(choices=[('accepted', 'an error, to be mended'), ('waived', 'right as it is')], max_length=10, verbose_name='answer')),
                    ('reason', models.TextField(blank=True, verbose_name='why')),
                    ('answered_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='answered at')),
                    ('is_carried', models.BooleanField(default=False, verbose_name='given to an earlier version')),
                    ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='account')),
                    ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='importers.checkeddocument', verbose_name='document')),
                ],
                options={
                    'verbose_name': 'answer to a finding',
                    'constraints': [models.UniqueConstraint(fields=('document', 'finding'), name='finding_is_answered_once', violation_error_message='This finding is answered already. Change that answer.'), models.CheckConstraint(condition=models.Q(models.Q(('says', 'waived'), _negated=True), ('reason__regex', '\\S'), _connector='OR'), name='right_as_it_is_for_a_reason', violation_error_message='Say why it is right as it is: the protocol prints the reason beside what was found.'), globa.journal.same.Same('document', 'user', name='answer_to_own_document')],
                },
            ), migrations.CreateModel(
                name='PlanImport',
                fields=[
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                    ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                    ('name', models.CharField(max_length=200, verbose_name='name')),
                    ('size', models.PositiveBigIntegerField(verbose_name='size, bytes')),
                    ('sha256', models.CharField(max_length=64, verbose_name='SHA-256')),
                    ('asked_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='asked')),
                    ('done_at', models.DateTimeField(blank=True, null=True, verbose_name='ready at')),
                    ('state', models.CharField(choices=[('waiting', 'waiting'), ('running', 'being read'), ('read', 'to be decided'), ('refused', 'not read'), ('accepted', 'accepted'), ('undone', 'taken back'), ('put_away', 'put away')], default='waiting', max_length=10, verbose_name='state')),
                    ('progress', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='progress, %')),
                    ('said', models.TextField(blank=True, verbose_name='why it was not read')),
                    ('decisions', models.JSONField(default=dict, verbose_name='what was decided')),
                    ('file_sealed', models.BinaryField(null=True, verbose_name='the file')),
                    ('read_sealed', models.BinaryField(null=True, verbose_name='what was read and found')),
                    ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by whom')),
                    ('file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.file', verbose_name='the file')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('attached_to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='planning.plan', verbose_name='booked on the plan')),
                    ('wrote', models.JSONField(default=dict, verbose_name='rows that were written')),
                ],
                options={
                    'verbose_name': 'document of a plan',
                    'verbose_name_plural': 'documents of plans',
                    'constraints': [models.UniqueConstraint(fields=('id', 'organisation'), name='plan_import_of_organisation'), models.CheckConstraint(condition=models.Q(('year__gte', 1990), ('year__lte', 2100)), name='plan_import_of_a_year', violation_error_message='Write the year with four digits.'), models.CheckConstraint(condition=models.Q(('state__in', ('waiting', 'running', 'read')), ('file_sealed__isnull', True), _connector='OR'), name='ended_plan_import_seals_nothing', violation_error_message='The document of an import that has ended is not kept twice. Choose the file once more.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'read'), _negated=True), models.Q(('done_at__isnull', False), ('file_sealed__isnull', False), ('read_sealed__isnull', False)), _connector='OR'), name='read_plan_has_what_was_read', violation_error_message='What was read is missing, so there is nothing to decide. Choose the file once more.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'accepted'), _negated=True), ('file__isnull', False), _connector='OR'), name='accepted_plan_keeps_its_original', violation_error_message='A plan that was accepted keeps the document it came from. Accept it once more.'), models.CheckConstraint(condition=models.Q(('progress__lte', 100)), name='plan_import_is_at_most_done', violation_error_message='Nothing is more than done. Choose the file once more.'), globa.journal.same.Same('file', 'organisation', name='plan_import_of_own_file'), globa.journal.same.Same('attached_to', 'organisation', name='report_attached_to_own_plan')],
                },
            )],
        ),
    ]
