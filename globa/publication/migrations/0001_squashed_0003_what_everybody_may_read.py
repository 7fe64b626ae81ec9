import django.db.models.deletion
import django.utils.timezone
import globa.journal.created_together
import globa.journal.keys
import globa.journal.same
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('publication', '0001_initial'), ('publication', '0002_months_for_which_it_is_kept_who_asked'), ('publication', '0003_what_everybody_may_read')]

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('registry', '0001_squashed_0011_news_read_by_an_account'),
        ('reports', '0001_squashed_0006_signatures_on_paper'),
    ]

    operations = [
        globa.journal.created_together.CreatedTogether(
            tables=[migrations.CreateModel(
                name='Edition',
                fields=[
                    ('phone', models.CharField(blank=True, max_length=40, verbose_name='telephone')),
                    ('night_phone', models.CharField(blank=True, max_length=40, verbose_name='telephone at night')),
                    ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                    ('street_address', models.CharField(blank=True, max_length=200, verbose_name='where the centre is')),
                    ('about_lt', models.TextField(blank=True, verbose_name='who we are')),
                    ('about_en', models.TextField(blank=True, verbose_name='who we are, in English')),
                    ('services_lt', models.TextField(blank=True, verbose_name='services')),
                    ('services_en', models.TextField(blank=True, verbose_name='services, in English')),
                    ('becoming_lt', models.TextField(blank=True, verbose_name='how to become a carer')),
                    ('becoming_en', models.TextField(blank=True, verbose_name='how to become a carer, in English')),
                    ('hours_lt', models.TextField(blank=True, verbose_name='when we work')),
                    ('hours_en', models.TextField(blank=True, verbose_name='when we work, in English')),
                    ('night_lt', models.TextField(blank=True, verbose_name='where to ask at night')),
                    ('night_en', models.TextField(blank=True, verbose_name='where to ask at night, in English')),
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                    ('number', models.PositiveIntegerField(editable=False, verbose_name='edition')),
                    ('slug', models.SlugField(max_length=60, verbose_name='address')),
                    ('name_lt', models.CharField(max_length=200, verbose_name='name')),
                    ('name_en', models.CharField(max_length=200, verbose_name='name in English')),
                    ('answered_within', models.PositiveSmallIntegerField(verbose_name='working days in which an enquiry is answered')),
                    ('is_invented', models.BooleanField(default=False, verbose_name='of the demonstration')),
                    ('published_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='published')),
                    ('ended_at', models.DateTimeField(editable=False, null=True, verbose_name='shown until')),
                    ('ended_because', models.CharField(blank=True, max_length=500, verbose_name='why it was taken down')),
                    ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ended by')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('published_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='published by')),
                    ('kept_months', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='months for which it is kept who asked')),
                ],
                options={
                    'verbose_name': 'edition of the public page',
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'number'), name='edition_number_once', violation_error_message='Somebody published at the same moment. Look at the page outside before publishing again.'), models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('organisation',), name='one_edition_is_shown', violation_error_message='Somebody published at the same moment. Look at the page outside before publishing again.'), models.CheckConstraint(condition=models.Q(models.Q(('phone', ''), _negated=True), models.Q(('about_lt', ''), _negated=True), models.Q(('becoming_lt', ''), _negated=True)), name='edition_says_who_and_how', violation_error_message='Nothing was published: the page says in Lithuanian who the centre is and how one becomes a carer, and has a telephone.')],
                },
            ), migrations.CreateModel(
                name='Knock',
                fields=[
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                    ('sender', models.CharField(max_length=64, verbose_name='sender, not to be recognised')),
                    ('knocked_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='when')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                ],
                options={
                    'verbose_name': 'enquiry let in',
                    'indexes': [models.Index(fields=['organisation', 'knocked_at'], name='knocks_of_organisation')],
                },
            ), migrations.CreateModel(
                name='PageDraft',
                fields=[
                    ('phone', models.CharField(blank=True, max_length=40, verbose_name='telephone')),
                    ('night_phone', models.CharField(blank=True, max_length=40, verbose_name='telephone at night')),
                    ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                    ('street_address', models.CharField(blank=True, max_length=200, verbose_name='where the centre is')),
                    ('about_lt', models.TextField(blank=True, verbose_name='who we are')),
                    ('about_en', models.TextField(blank=True, verbose_name='who we are, in English')),
                    ('services_lt', models.TextField(blank=True, verbose_name='services')),
                    ('services_en', models.TextField(blank=True, verbose_name='services, in English')),
                    ('becoming_lt', models.TextField(blank=True, verbose_name='how to become a carer')),
                    ('becoming_en', models.TextField(blank=True, verbose_name='how to become a carer, in English')),
                    ('hours_lt', models.TextField(blank=True, verbose_name='when we work')),
                    ('hours_en', models.TextField(blank=True, verbose_name='when we work, in English')),
                    ('night_lt', models.TextField(blank=True, verbose_name='where to ask at night')),
                    ('night_en', models.TextField(blank=True, verbose_name='where to ask at night, in English')),
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                ],
                options={
                    'verbose_name': 'draft of the public page',
                    'constraints': [models.UniqueConstraint(fields=('organisation',), name='one_draft_of_the_public_page', violation_error_message='Somebody began the page at the same moment. Open it again and write there.')],
                },
            ), migrations.CreateModel(
                name='PageDraftEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('phone', models.CharField(blank=True, max_length=40, verbose_name='telephone')),
                    ('night_phone', models.CharField(blank=True, max_length=40, verbose_name='telephone at night')),
                    ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                    ('street_address', models.CharField(blank=True, max_length=200, verbose_name='where the centre is')),
                    ('about_lt', models.TextField(blank=True, verbose_name='who we are')),
                    ('about_en', models.TextField(blank=True, verbose_name='who we are, in English')),
                    ('services_lt', models.TextField(blank=True, verbose_name='services')),
                    ('services_en', models.TextField(blank=True, verbose_name='services, in English')),
                    ('becoming_lt', models.TextField(blank=True, verbose_name='how to become a carer')),
                    ('becoming_en', models.TextField(blank=True, verbose_name='how to become a carer, in English')),
                    ('hours_lt', models.TextField(blank=True, verbose_name='when we work')),
                    ('hours_en', models.TextField(blank=True, verbose_name='when we work, in English')),
                    ('night_lt', models.TextField(blank=True, verbose_name='where to ask at night')),
                    ('night_en', models.TextField(blank=True, verbose_name='where to ask at night, in English')),
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, serialize=False)),
                    ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='publication.pagedraft')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='PublicSentence',
                fields=[
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                    ('said', models.CharField(max_length=64, verbose_name='fingerprint of the sentence')),
                    ('does', models.CharField(choices=[('strike', 'the sentence is struck'), ('change', 'it is written otherwise'), ('keep', 'it stays: it tells of no person who is to be protected')], max_length=10, verbose_name='what becomes of it')),
                    ('text', models.TextField(blank=True, verbose_name='the sentence for everybody')),
                    ('reason', models.TextField(blank=True, verbose_name='why it stays')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='public_sentences', to='reports.report', verbose_name='report')),
                ],
                options={
                    'verbose_name': 'sentence of a public report',
                    'constraints': [models.UniqueConstraint(fields=('report', 'said'), name='public_sentence_once', violation_error_message='Somebody else answered this at the same moment. Open the page again.'), models.CheckConstraint(condition=models.Q(models.Q(('does', 'change'), _negated=True), ('text__regex', '\\S'), _connector='OR'), name='changed_sentence_has_words', violation_error_message='Write the sentence as everybody may read it.'), models.CheckConstraint(condition=models.Q(models.Q(('does', 'keep'), _negated=True), ('reason__regex', '\\S'), _connector='OR'), name='kept_sentence_has_a_reason', violation_error_message="Write why it may stay: whose name it is, or that it is nobody's."), globa.journal.same.Same('report', 'organisation', name='public_sentence_of_own_report')],
                },
            ), migrations.CreateModel(
                name='PublicSentenceEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, serialize=False)),
                    ('said', models.CharField(max_length=64, verbose_name='fingerprint of the sentence')),
                    ('does', models.CharField(choices=[('strike', 'the sentence is struck'), ('change', 'it is written otherwise'), ('keep', 'it stays: it tells of no person who is to be protected')], max_length=10, verbose_name='what becomes of it')),
                    ('text', models.TextField(blank=True, verbose_name='the sentence for everybody')),
                    ('reason', models.TextField(blank=True, verbose_name='why it stays')),
                    ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='publication.publicsentence')),
                    ('report', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='reports.report', verbose_name='report')),
                ],
                options={
                    'abstract': False,
                },
            )],
        ),
    ]
