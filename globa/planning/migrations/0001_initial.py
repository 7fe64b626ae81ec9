import django.db.models.deletion
import globa.journal.keys
import globa.journal.same
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('registry', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Direction',
            fields=[
                ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                ('code', models.CharField(max_length=20, verbose_name='code')),
                ('text', models.TextField(verbose_name='direction')),
                ('indicator', models.CharField(blank=True, max_length=100, verbose_name='answered by the figure')),
                ('comparator', models.CharField(blank=True, choices=[('exactly', 'exactly'), ('at_least', 'at least'), ('at_most', 'at most'), ('about', 'about')], max_length=10, verbose_name='meant as')),
                ('target', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='target')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
            ],
            options={
                'verbose_name': 'direction of the year',
                'ordering': ['year', 'code'],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'year', 'code'), name='direction_once_a_year', violation_error_message='There is already a direction with this code in the year.'), models.CheckConstraint(condition=models.Q(models.Q(('comparator', ''), ('target__isnull', True)), models.Q(('target__isnull', False), models.Q(('comparator', ''), _negated=True), models.Q(('indicator', ''), _negated=True)), _connector='OR'), name='target_says_how_it_is_meant', violation_error_message='A target needs the figure that answers it and how it is meant: exactly, at least, at most or about.')],
            },
        ),
        migrations.CreateModel(
            name='DirectionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, serialize=False)),
                ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                ('code', models.CharField(max_length=20, verbose_name='code')),
                ('text', models.TextField(verbose_name='direction')),
                ('indicator', models.CharField(blank=True, max_length=100, verbose_name='answered by the figure')),
                ('comparator', models.CharField(blank=True, choices=[('exactly', 'exactly'), ('at_least', 'at least'), ('at_most', 'at most'), ('about', 'about')], max_length=10, verbose_name='meant as')),
                ('target', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='target')),
                ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.organisation', verbose_name='recorded by')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='planning.direction')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EconomicItem',
            fields=[
                ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True, verbose_name='code')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('name_en', models.CharField(max_length=200, verbose_name='in English')),
                ('has_parts', models.BooleanField(default=False, verbose_name='has parts')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='planning.economicitem', verbose_name='part of')),
            ],
            options={
                'verbose_name': 'economic item',
                'ordering': ['code'],
                'constraints': [models.UniqueConstraint(fields=('id', 'has_parts'), name='item_with_or_without_parts'), models.CheckConstraint(condition=models.Q(('parent__isnull', True), ('has_parts', False), _connector='OR'), name='item_parts_have_no_parts', violation_error_message='A part of an item has no parts of its own.')],
            },
        ),
        migrations.CreateModel(
            name='FundingSource',
            fields=[
                ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('code', models.SlugField(max_length=20, unique=True, verbose_name='code')),
                ('name', models.CharField(max_length=150, verbose_name='name')),
                ('name_en', models.CharField(max_length=150, verbose_name='in English')),
                ('kind', models.CharField(choices=[('state', 'state'), ('municipality', 'municipality'), ('eu_project', 'EU project'), ('special', 'special funds'), ('other', 'other sources'), ('donors', 'donors')], max_length=20, verbose_name='kind')),
            ],
            options={
                'verbose_name': 'funding source',
                'ordering': ['code'],
            },
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('booked_on', models.DateField(verbose_name='booked on')),
                ('basis', models.CharField(choices=[('cash', 'cash'), ('accrual', 'accrual'), ('plan', 'plan')], max_length=10, verbose_name='basis')),
                ('item_has_parts', models.BooleanField(default=False, editable=False)),
                ('programme', models.CharField(blank=True, max_length=10, verbose_name='programme')),
                ('amount', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='amount, EUR')),
                ('document', models.CharField(blank=True, max_length=120, verbose_name='document')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='planning.economicitem', verbose_name='item')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                ('payer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.payer', verbose_name='payer')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='planning.fundingsource', verbose_name='source')),
            ],
            options={
                'verbose_name': 'ledger entry',
                'ordering': ['booked_on'],
                'indexes': [models.Index(fields=['organisation', 'booked_on'], name='entry_by_day')],
                'constraints': [models.CheckConstraint(condition=models.Q(('item_has_parts', False)), name='entry_item_has_no_parts', violation_error_message='This item has parts, and its amount is their sum. Book the amount on one of the parts.'), models.CheckConstraint(condition=models.Q(('amount', 0), _negated=True), name='entry_is_not_nothing', violation_error_message='The amount is 0. An entry of nothing is not kept.'), globa.journal.same.Same('payer', 'organisation', name='entry_of_own_payer'), globa.journal.same.Same('item', 'item_has_parts', name='entry_on_an_item_without_parts', theirs='has_parts', violation_error_message='This item has parts, and its amount is their sum. Book the amount on one of the parts.')],
            },
        ),
        migrations.CreateModel(
            name='EntryEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, serialize=False)),
                ('booked_on', models.DateField(verbose_name='booked on')),
                ('basis', models.CharField(choices=[('cash', 'cash'), ('accrual', 'accrual'), ('plan', 'plan')], max_length=10, verbose_name='basis')),
                ('item_has_parts', models.BooleanField(default=False, editable=False)),
                ('programme', models.CharField(blank=True, max_length=10, verbose_name='programme')),
                ('amount', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='amount, EUR')),
                ('document', models.CharField(blank=True, max_length=120, verbose_name='document')),
                ('item', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='planning.economicitem', verbose_name='item')),
                ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.organisation', verbose_name='recorded by')),
                ('payer', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.payer', verbose_name='payer')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='planning.entry')),
                ('source', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='planning.fundingsource', verbose_name='source')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
