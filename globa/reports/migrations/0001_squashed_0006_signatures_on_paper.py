import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import globa.journal.created_together
import globa.journal.keys
import globa.journal.same
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('reports', '0001_initial'), ('reports', '0002_office_templates_and_deleted_exports'), ('reports', '0003_standing_texts_of_new_reports'), ('reports', '0004_working_groups_and_what_stands_beside'), ('reports', '0005_what_waits_beside_a_plan'), ('reports', '0006_signatures_on_paper')]

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('planning', '0001_squashed_0010_which_sum_counts'),
        ('registry', '0001_squashed_0011_news_read_by_an_account'),
    ]

    operations = [
        globa.journal.created_together.CreatedTogether(
            tables=[migrations.CreateModel(
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
            ), migrations.CreateModel(
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
            ), migrations.CreateModel(
                name='WorkingGroup',
                fields=[
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                    ('order_number', models.CharField(blank=True, max_length=40, verbose_name='number of the order')),
                    ('ordered_on', models.DateField(blank=True, null=True, verbose_name='day of the order')),
                    ('sat_on', models.DateField(blank=True, null=True, verbose_name='day of the sitting')),
                    ('place', models.CharField(blank=True, max_length=200, verbose_name='place of the sitting')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reported_by', to='planning.plan', verbose_name='plan')),
                    ('report', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='working_group', to='reports.report', verbose_name='report')),
                ],
                options={
                    'verbose_name': 'working group of a report',
                    'constraints': [models.UniqueConstraint(fields=('id', 'organisation'), name='working_group_of_organisation'), models.CheckConstraint(condition=models.Q(('sat_on__isnull', True), ('ordered_on__isnull', True), ('sat_on__gte', models.F('ordered_on')), _connector='OR'), name='sitting_is_not_before_the_order', violation_error_message='A group sits on the day of its order or later. Compare the two days.'), globa.journal.same.Same('report', 'organisation', name='working_group_of_own_report'), globa.journal.same.Same('plan', 'organisation', name='working_group_of_own_plan')],
                },
            ), migrations.CreateModel(
                name='BesidePlan',
                fields=[
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                    ('position', models.PositiveSmallIntegerField(default=0, verbose_name='place in the order')),
                    ('body', models.CharField(max_length=300, verbose_name='institution')),
                    ('text', models.TextField(verbose_name='what was done')),
                    ('amount', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='amount, EUR')),
                    ('document', models.CharField(blank=True, max_length=120, verbose_name='document')),
                    ('withdrawn_on', models.DateField(blank=True, editable=False, null=True, verbose_name='withdrawn on')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='planning.plansource', verbose_name='source')),
                    ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='beside', to='reports.workinggroup', verbose_name='working group')),
                    ('lineage', models.UUIDField(db_index=True, default=globa.journal.keys.new_key, editable=False, verbose_name='the same in all versions')),
                    ('plan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='beside', to='planning.plan', verbose_name='plan')),
                ],
                options={
                    'verbose_name': 'activity beside the plan',
                    'verbose_name_plural': 'activities beside the plan',
                    'ordering': ['position'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('body__regex', '\\S')), name='activity_beside_names_its_body', violation_error_message='Write which institution did it.'), models.CheckConstraint(condition=models.Q(('text__regex', '\\S')), name='activity_beside_says_what', violation_error_message='Write what was done.'), models.CheckConstraint(condition=models.Q(models.Q(('amount__isnull', True), ('source__isnull', True)), models.Q(('amount__gt', 0), ('source__isnull', False)), _connector='OR'), name='cost_beside_names_its_source', violation_error_message='Write both the amount and who paid it, or neither.'), models.CheckConstraint(condition=models.Q(models.Q(('group__isnull', True), ('plan__isnull', False)), models.Q(('group__isnull', False), ('plan__isnull', True)), _connector='OR'), name='activity_stands_in_a_report_or_waits', violation_error_message='An activity beside the plan stands in a report, or waits with the plan for one.'), globa.journal.same.Same('group', 'organisation', name='activity_of_own_group'), globa.journal.same.Same('plan', 'organisation', name='activity_beside_own_plan')],
                },
            ), migrations.CreateModel(
                name='BesidePlanEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, serialize=False)),
                    ('position', models.PositiveSmallIntegerField(default=0, verbose_name='place in the order')),
                    ('body', models.CharField(max_length=300, verbose_name='institution')),
                    ('text', models.TextField(verbose_name='what was done')),
                    ('amount', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='amount, EUR')),
                    ('document', models.CharField(blank=True, max_length=120, verbose_name='document')),
                    ('withdrawn_on', models.DateField(blank=True, editable=False, null=True, verbose_name='withdrawn on')),
                    ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='reports.besideplan')),
                    ('source', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='planning.plansource', verbose_name='source')),
                    ('group', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='reports.workinggroup', verbose_name='working group')),
                    ('lineage', models.UUIDField(default=globa.journal.keys.new_key, editable=False, verbose_name='the same in all versions')),
                    ('plan', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='planning.plan', verbose_name='plan')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='EarlierYear',
                fields=[
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                    ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                    ('amount', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='amount, EUR')),
                    ('document', models.CharField(max_length=120, verbose_name='document')),
                    ('withdrawn_on', models.DateField(blank=True, editable=False, null=True, verbose_name='withdrawn on')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='planning.plansource', verbose_name='source')),
                ],
                options={
                    'verbose_name': 'money of an earlier year',
                    'ordering': ['year', 'source__position'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_on__isnull', True)), fields=('organisation', 'year', 'source'), name='source_of_an_earlier_year_once', violation_error_message='The money of this source in this year is written down already. Withdraw that amount first.'), models.CheckConstraint(condition=models.Q(('amount__gt', 0), ('year__gte', 1990), ('year__lte', 2100)), name='earlier_year_has_an_amount', violation_error_message='Write the year with four digits and an amount above 0.'), models.CheckConstraint(condition=models.Q(('document__regex', '\\S')), name='earlier_year_names_its_document', violation_error_message='Write in which document the amount stands.')],
                },
            ), migrations.CreateModel(
                name='EarlierYearEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, serialize=False)),
                    ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                    ('amount', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='amount, EUR')),
                    ('document', models.CharField(max_length=120, verbose_name='document')),
                    ('withdrawn_on', models.DateField(blank=True, editable=False, null=True, verbose_name='withdrawn on')),
                    ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='reports.earlieryear')),
                    ('source', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='planning.plansource', verbose_name='source')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
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
            ), migrations.CreateModel(
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
            ), migrations.CreateModel(
                name='Export',
                fields=[
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                    ('format', models.CharField(choices=[('docx', 'Word'), ('pdf', 'PDF'), ('xlsx', 'Excel'), ('html', 'page to print')], max_length=10, verbose_name='kind of file')),
                    ('asked_at', models.DateTimeField(auto_now_add=True, verbose_name='asked')),
                    ('state', models.CharField(choices=[('waiting', 'waiting'), ('running', 'being made'), ('ready', 'ready'), ('refused', 'not made'), ('deleted', 'deleted')], default='waiting', max_length=10, verbose_name='state')),
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
            ), migrations.CreateModel(
                name='GroupMember',
                fields=[
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                    ('position', models.PositiveSmallIntegerField(default=0, verbose_name='place in the order')),
                    ('name', models.CharField(max_length=150, verbose_name='name')),
                    ('body', models.CharField(blank=True, max_length=300, verbose_name='body and post')),
                    ('part', models.CharField(choices=[('group_chair', 'chair'), ('group_deputy', 'deputy chair'), ('group_secretary', 'secretary'), ('group_member', 'member')], default='group_member', max_length=20, verbose_name='part in the group')),
                    ('absent_because', models.CharField(blank=True, max_length=300, verbose_name='why absent')),
                    ('withdrawn_on', models.DateField(blank=True, editable=False, null=True, verbose_name='withdrawn on')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='signs with the account')),
                    ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='reports.workinggroup', verbose_name='working group')),
                ],
                options={
                    'verbose_name': 'member of a working group',
                    'verbose_name_plural': 'members of a working group',
                    'ordering': ['position'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('name__regex', '\\S')), name='group_member_has_a_name', violation_error_message="Write the member's name."), models.UniqueConstraint(condition=models.Q(('user__isnull', False), ('withdrawn_on__isnull', True)), fields=('group', 'user'), name='account_signs_once_in_a_group', violation_error_message='This account signs for another member already. A member signs with an account of their own.'), models.UniqueConstraint(condition=models.Q(('part', 'group_chair'), ('withdrawn_on__isnull', True)), fields=('group',), name='group_has_one_chair', violation_error_message='The group has a chair already. Give one of the two another part.'), globa.journal.same.Same('group', 'organisation', name='member_of_own_group')],
                },
            ), migrations.CreateModel(
                name='GroupMemberEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, serialize=False)),
                    ('position', models.PositiveSmallIntegerField(default=0, verbose_name='place in the order')),
                    ('name', models.CharField(max_length=150, verbose_name='name')),
                    ('body', models.CharField(blank=True, max_length=300, verbose_name='body and post')),
                    ('part', models.CharField(choices=[('group_chair', 'chair'), ('group_deputy', 'deputy chair'), ('group_secretary', 'secretary'), ('group_member', 'member')], default='group_member', max_length=20, verbose_name='part in the group')),
                    ('absent_because', models.CharField(blank=True, max_length=300, verbose_name='why absent')),
                    ('withdrawn_on', models.DateField(blank=True, editable=False, null=True, verbose_name='withdrawn on')),
                    ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='reports.groupmember')),
                    ('user', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='signs with the account')),
                    ('group', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='reports.workinggroup', verbose_name='working group')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='PaperSignature',
                fields=[
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                    ('name', models.CharField(max_length=150, verbose_name='name as signed')),
                    ('post', models.CharField(max_length=40, verbose_name='part in the group')),
                    ('number', models.CharField(max_length=40, verbose_name='number of the paper')),
                    ('signed_on', models.DateField(verbose_name='day of the paper')),
                    ('fingerprint', models.CharField(max_length=64, verbose_name='of the content')),
                    ('recorded_at', models.DateTimeField(auto_now_add=True, verbose_name='recorded')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.file', verbose_name='scanned paper')),
                    ('member', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='paper', to='reports.groupmember', verbose_name='member')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='reports.report', verbose_name='report')),
                ],
                options={
                    'verbose_name': 'signature on paper',
                    'ordering': ['recorded_at', 'pk'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('number__regex', '\\S')), name='signed_paper_has_a_number', violation_error_message="Write the number of the paper, as the office's register has it."), globa.journal.same.Same('report', 'organisation', name='paper_of_own_report'), globa.journal.same.Same('file', 'organisation', name='paper_is_own_file')],
                },
            ), migrations.CreateModel(
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
            ), migrations.CreateModel(
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
            ), migrations.CreateModel(
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
            ), migrations.CreateModel(
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
            ), migrations.CreateModel(
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
            ), migrations.CreateModel(
                name='StandingText',
                fields=[
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                    ('form', models.SlugField(max_length=60, verbose_name='form')),
                    ('place', models.CharField(max_length=120, verbose_name='place in the form')),
                    ('text', models.TextField(verbose_name='text')),
                    ('during', django.contrib.postgres.fields.ranges.DateRangeField(verbose_name='in force')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                ],
                options={
                    'verbose_name': 'standing text of reports',
                    'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('organisation', '='), ('form', '='), ('place', '='), ('during', '&&')], name='one_standing_text_a_place_a_day', violation_error_message='Somebody else wrote here at the same moment. Open it again; your text is still in the form.'), models.CheckConstraint(condition=models.Q(('during__lower_inf', False)), name='standing_text_begins_on_a_day', violation_error_message='A standing text is in force from a day on. Say from which.'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='standing_text_says_something', violation_error_message="Write the text. To let the form's own text stand again, withdraw yours.")],
                },
            ), migrations.CreateModel(
                name='StandingTextEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, serialize=False)),
                    ('form', models.SlugField(db_index=False, max_length=60, verbose_name='form')),
                    ('place', models.CharField(max_length=120, verbose_name='place in the form')),
                    ('text', models.TextField(verbose_name='text')),
                    ('during', django.contrib.postgres.fields.ranges.DateRangeField(verbose_name='in force')),
                    ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='reports.standingtext')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
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
            ), migrations.CreateModel(
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
            ), migrations.CreateModel(
                name='WordTemplate',
                fields=[
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                    ('form', models.SlugField(blank=True, max_length=60, verbose_name='form')),
                    ('is_in_use', models.BooleanField(default=False, verbose_name='in use')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.file', verbose_name='file')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('put_away_at', models.DateTimeField(blank=True, null=True, verbose_name='put away')),
                    ('put_away_because', models.TextField(blank=True, verbose_name='put away because')),
                    ('put_away_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='put away by')),
                    ('taken_at', models.DateTimeField(blank=True, null=True, verbose_name='in use since')),
                    ('taken_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='taken by')),
                ],
                options={
                    'verbose_name': 'Word template',
                    'constraints': [models.UniqueConstraint(condition=models.Q(('is_in_use', True)), fields=('organisation', 'form'), name='one_word_template_in_use', violation_error_message='Somebody else took a template at the same moment. Look which one is in use.'), models.CheckConstraint(condition=models.Q(('is_in_use', False), models.Q(('put_away_at__isnull', True), ('taken_at__isnull', False)), _connector='OR'), name='word_template_in_use_was_taken', violation_error_message='A template is in use from when it is taken until it is put away. Take it into use first.'), globa.journal.same.Same('file', 'organisation', name='word_template_is_own_file')],
                },
            ), migrations.CreateModel(
                name='WordTemplateEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, serialize=False)),
                    ('form', models.SlugField(blank=True, db_index=False, max_length=60, verbose_name='form')),
                    ('is_in_use', models.BooleanField(default=False, verbose_name='in use')),
                    ('file', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.file', verbose_name='file')),
                    ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='reports.wordtemplate')),
                    ('put_away_at', models.DateTimeField(blank=True, null=True, verbose_name='put away')),
                    ('put_away_because', models.TextField(blank=True, verbose_name='put away because')),
                    ('put_away_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='put away by')),
                    ('taken_at', models.DateTimeField(blank=True, null=True, verbose_name='in use since')),
                    ('taken_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='taken by')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='WorkingGroupEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, serialize=False)),
                    ('order_number', models.CharField(blank=True, max_length=40, verbose_name='number of the order')),
                    ('ordered_on', models.DateField(blank=True, null=True, verbose_name='day of the order')),
                    ('sat_on', models.DateField(blank=True, null=True, verbose_name='day of the sitting')),
                    ('place', models.CharField(blank=True, max_length=200, verbose_name='place of the sitting')),
                    ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='reports.workinggroup')),
                    ('plan', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='planning.plan', verbose_name='plan')),
                    ('report', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='reports.report', verbose_name='report')),
                ],
                options={
                    'abstract': False,
                },
            )],
        ),
    ]
