import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import globa.journal.keys
import globa.journal.same
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('registry', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('year', models.PositiveSmallIntegerField(editable=False, verbose_name='year')),
                ('number', models.PositiveIntegerField(editable=False, verbose_name='number')),
                ('form', models.SlugField(max_length=60, verbose_name='form')),
                ('form_version', models.PositiveSmallIntegerField(verbose_name='version of the form')),
                ('during', django.contrib.postgres.fields.ranges.DateRangeField(verbose_name='period')),
                ('version', models.PositiveSmallIntegerField(default=1, verbose_name='version')),
                ('state', models.CharField(choices=[('draft', 'being written'), ('in_signing', 'being signed'), ('signed', 'signed'), ('submitted', 'submitted'), ('approved', 'approved'), ('returned', 'returned for correction')], default='draft', max_length=20, verbose_name='state')),
                ('returned_because', models.TextField(blank=True, verbose_name='returned because')),
                ('corrects', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='correction', to='reports.report', verbose_name='corrects')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
            ],
            options={
                'verbose_name': 'report',
                'constraints': [models.UniqueConstraint(fields=('id', 'organisation'), name='report_of_organisation'), models.UniqueConstraint(fields=('organisation', 'year', 'number'), name='report_number_once', violation_error_message='Another report was given this number at the same moment. Save again.'), models.UniqueConstraint(fields=('organisation', 'form', 'during', 'version'), name='report_version_once', violation_error_message='This version of the report is already there. Open it.'), models.UniqueConstraint(condition=models.Q(('state__in', ['draft', 'in_signing'])), fields=('organisation', 'form', 'during'), name='one_report_is_written_at_a_time', violation_error_message='This report is already being written. Open the one that is there.'), models.CheckConstraint(condition=models.Q(('version', 1), ('corrects__isnull', False), _connector='OR'), name='report_version_says_what_it_corrects', violation_error_message='A later version says which one it corrects. Start the correction from the signed report.'), models.CheckConstraint(condition=models.Q(('corrects__isnull', True), models.Q(('corrects', models.F('id')), _negated=True), _connector='OR'), name='report_does_not_correct_itself', violation_error_message='A report cannot correct itself. Start the correction from the signed report.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'returned'), _negated=True), models.Q(('returned_because', ''), _negated=True), _connector='OR'), name='returned_report_says_why', violation_error_message='Say what is to be corrected, so that the authors know.'), globa.journal.same.Same('corrects', 'organisation', name='report_corrects_own_report')],
            },
        ),
        migrations.CreateModel(
            name='Approval',
            fields=[
                ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('decision_number', models.CharField(max_length=40, verbose_name='number of the decision')),
                ('decided_on', models.DateField(verbose_name='date of the decision')),
                ('registered_number', models.CharField(blank=True, max_length=40, verbose_name='registered number of the report')),
                ('file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.file', verbose_name='signed file')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                ('report', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='approval', to='reports.report')),
            ],
            options={
                'verbose_name': 'approval',
                'constraints': [models.CheckConstraint(condition=models.Q(('decision_number', ''), _negated=True), name='approval_names_the_decision', violation_error_message='Give the number of the decision.'), globa.journal.same.Same('report', 'organisation', name='approval_of_own_report'), globa.journal.same.Same('file', 'organisation', name='approval_with_own_file')],
            },
        ),
        migrations.CreateModel(
            name='Explanation',
            fields=[
                ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('finding', models.CharField(max_length=200, verbose_name='finding')),
                ('says', models.TextField(verbose_name='what was found')),
                ('reason', models.TextField(verbose_name='reason')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='explanations', to='reports.report')),
            ],
            options={
                'verbose_name': 'explanation',
                'constraints': [models.UniqueConstraint(fields=('report', 'finding'), name='one_explanation_a_finding', violation_error_message='Somebody else explained this at the same moment. Open the report again.'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='explanation_gives_a_reason', violation_error_message='Give the reason: it is printed beside what was found.'), globa.journal.same.Same('report', 'organisation', name='explanation_of_own_report')],
            },
        ),
        migrations.CreateModel(
            name='ExplanationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, serialize=False)),
                ('finding', models.CharField(max_length=200, verbose_name='finding')),
                ('says', models.TextField(verbose_name='what was found')),
                ('reason', models.TextField(verbose_name='reason')),
                ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.organisation', verbose_name='recorded by')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='reports.explanation')),
                ('report', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='reports.report')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Export',
            fields=[
                ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('format', models.CharField(choices=[('docx', 'Word'), ('pdf', 'PDF'), ('xlsx', 'Excel'), ('html', 'page to print')], max_length=10, verbose_name='kind of file')),
                ('asked_at', models.DateTimeField(auto_now_add=True, verbose_name='asked')),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('running', 'being made'), ('ready', 'ready'), ('refused', 'not made')], default='waiting', max_length=10, verbose_name='state')),
                ('progress', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='progress, %')),
                ('said', models.TextField(blank=True, verbose_name='why it was not made')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='asked by')),
                ('file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.file', verbose_name='file')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exports', to='reports.report', verbose_name='report')),
            ],
            options={
                'verbose_name': 'export of a report',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', 'ready'), _negated=True), ('file__isnull', False), _connector='OR'), name='ready_export_has_its_file', violation_error_message='The file is missing, so the export is not ready. Ask for it again.'), models.CheckConstraint(condition=models.Q(('progress__lte', 100)), name='export_is_at_most_done', violation_error_message='Nothing is more than done. Ask for the export again.'), globa.journal.same.Same('report', 'organisation', name='export_of_own_report'), globa.journal.same.Same('file', 'organisation', name='export_is_own_file')],
            },
        ),
        migrations.CreateModel(
            name='ReportEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, serialize=False)),
                ('year', models.PositiveSmallIntegerField(editable=False, verbose_name='year')),
                ('number', models.PositiveIntegerField(editable=False, verbose_name='number')),
                ('form', models.SlugField(db_index=False, max_length=60, verbose_name='form')),
                ('form_version', models.PositiveSmallIntegerField(verbose_name='version of the form')),
                ('during', django.contrib.postgres.fields.ranges.DateRangeField(verbose_name='period')),
                ('version', models.PositiveSmallIntegerField(default=1, verbose_name='version')),
                ('state', models.CharField(choices=[('draft', 'being written'), ('in_signing', 'being signed'), ('signed', 'signed'), ('submitted', 'submitted'), ('approved', 'approved'), ('returned', 'returned for correction')], default='draft', max_length=20, verbose_name='state')),
                ('returned_because', models.TextField(blank=True, verbose_name='returned because')),
                ('corrects', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='reports.report', verbose_name='corrects')),
                ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.organisation', verbose_name='recorded by')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='reports.report')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Signature',
            fields=[
                ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=150, verbose_name='name as signed')),
                ('post', models.CharField(max_length=40, verbose_name='post')),
                ('fingerprint', models.CharField(max_length=64, verbose_name='of the content')),
                ('signed_at', models.DateTimeField(auto_now_add=True, verbose_name='signed')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='reports.report')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to=settings.AUTH_USER_MODEL, verbose_name='signed by')),
            ],
            options={
                'verbose_name': 'signature',
                'ordering': ['signed_at'],
                'constraints': [models.UniqueConstraint(fields=('report', 'user'), name='signs_once', violation_error_message='You have signed this report already.'), globa.journal.same.Same('report', 'organisation', name='signature_of_own_report')],
            },
        ),
        migrations.CreateModel(
            name='SignedContent',
            fields=[
                ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('document', models.TextField(verbose_name='content')),
                ('fingerprint', models.CharField(db_index=True, max_length=64, verbose_name='fingerprint')),
                ('catalogue', models.CharField(max_length=64, verbose_name='version of the declarations')),
                ('frozen_at', models.DateTimeField(auto_now_add=True, verbose_name='frozen')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                ('report', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='content', to='reports.report')),
            ],
            options={
                'verbose_name': 'signed content',
                'constraints': [models.CheckConstraint(condition=models.Q(('fingerprint__regex', '^[0-9a-f]{64}$')), name='fingerprint_is_a_hash', violation_error_message='The fingerprint is not one. Sign again; if it stays so, tell the administrator.'), globa.journal.same.Same('report', 'organisation', name='content_of_own_report')],
            },
        ),
        migrations.CreateModel(
            name='SignedFigure',
            fields=[
                ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('figure', models.CharField(max_length=200, verbose_name='figure')),
                ('value', models.DecimalField(decimal_places=4, max_digits=20, null=True, verbose_name='value')),
                ('definition', models.CharField(max_length=64, verbose_name='fingerprint of its definition')),
                ('means', models.TextField(verbose_name='its definition in words')),
                ('evidence', models.JSONField(default=list, verbose_name='rows behind it')),
                ('evidence_to', models.JSONField(default=list, verbose_name='rows of the whole')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='reports.report')),
            ],
            options={
                'verbose_name': 'signed figure',
                'constraints': [models.UniqueConstraint(fields=('report', 'figure'), name='figure_is_signed_once', violation_error_message='What was signed is never changed. Make a correction: it becomes a new version beside the signed one.'), globa.journal.same.Same('report', 'organisation', name='figure_of_own_report')],
            },
        ),
        migrations.CreateModel(
            name='SignedRecord',
            fields=[
                ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('record', models.CharField(db_index=True, max_length=100, verbose_name='record')),
                ('version', models.PositiveBigIntegerField(null=True, verbose_name='version')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='records', to='reports.report')),
            ],
            options={
                'verbose_name': 'record of a signed report',
                'constraints': [models.UniqueConstraint(fields=('report', 'record'), name='record_is_signed_once', violation_error_message='What was signed is never changed. Make a correction: it becomes a new version beside the signed one.'), globa.journal.same.Same('report', 'organisation', name='record_of_own_report')],
            },
        ),
        migrations.CreateModel(
            name='Text',
            fields=[
                ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('place', models.CharField(max_length=120, verbose_name='place in the form')),
                ('text', models.TextField(blank=True, verbose_name='text')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='texts', to='reports.report')),
            ],
            options={
                'verbose_name': 'text of a report',
                'constraints': [models.UniqueConstraint(fields=('report', 'place'), name='one_text_a_place', violation_error_message='Somebody else wrote here at the same moment. Open it again; your text is still in the form.'), globa.journal.same.Same('report', 'organisation', name='text_of_own_report')],
            },
        ),
        migrations.CreateModel(
            name='TextEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, serialize=False)),
                ('place', models.CharField(max_length=120, verbose_name='place in the form')),
                ('text', models.TextField(blank=True, verbose_name='text')),
                ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.organisation', verbose_name='recorded by')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='reports.text')),
                ('report', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='reports.report')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='WordTemplate',
            fields=[
                ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('form', models.SlugField(blank=True, max_length=60, verbose_name='form')),
                ('is_in_use', models.BooleanField(default=True, verbose_name='in use')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.file', verbose_name='file')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
            ],
            options={
                'verbose_name': 'Word template',
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_in_use', True)), fields=('organisation', 'form'), name='one_word_template_in_use', violation_error_message='Somebody else took a template at the same moment. Look which one is in use.'), globa.journal.same.Same('file', 'organisation', name='word_template_is_own_file')],
            },
        ),
        migrations.CreateModel(
            name='WordTemplateEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, serialize=False)),
                ('form', models.SlugField(blank=True, db_index=False, max_length=60, verbose_name='form')),
                ('is_in_use', models.BooleanField(default=True, verbose_name='in use')),
                ('file', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.file', verbose_name='file')),
                ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.organisation', verbose_name='recorded by')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='reports.wordtemplate')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
