import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import globa.journal.created_together
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
        globa.journal.created_together.CreatedTogether(
            tables=[migrations.CreateModel(
                name='Dwelling',
                fields=[
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                    ('code', models.SlugField(max_length=60, verbose_name='code')),
                    ('kind', models.CharField(choices=[('community_home', "community children's home"), ('on_duty_carer', "on-duty carer's home"), ('permanent_carer', "permanent carer's home"), ('guardian_family', 'guardian family'), ('family_home', 'family home (legal person)'), ('elsewhere', 'elsewhere')], max_length=20, verbose_name='kind')),
                    ('name', models.CharField(max_length=120, verbose_name='name')),
                    ('during', django.contrib.postgres.fields.ranges.DateRangeField(verbose_name='used')),
                    ('address', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.address', verbose_name='address')),
                    ('household', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='dwellings', to='registry.household', verbose_name='household')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='dwellings', to='registry.organisation', verbose_name='home group or unit')),
                ],
                options={
                    'verbose_name': 'dwelling',
                    'ordering': ['code'],
                    'constraints': [models.UniqueConstraint(fields=('id', 'organisation'), name='dwelling_of_organisation'), models.UniqueConstraint(fields=('id', 'kind'), name='dwelling_of_kind'), models.UniqueConstraint(fields=('organisation', 'code'), name='dwelling_code_once', violation_error_message='There is already a home with this code.'), models.CheckConstraint(condition=models.Q(('during__isempty', False)), name='dwelling_is_used_a_day', violation_error_message='It would end on the day it begins, or before. Compare the two days.'), globa.journal.same.Same('household', 'organisation', name='dwelling_of_own_household'), globa.journal.same.Same('address', 'organisation', name='dwelling_at_own_address')],
                },
            ), migrations.CreateModel(
                name='Room',
                fields=[
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                    ('name', models.CharField(max_length=40, verbose_name='room')),
                    ('dwelling', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rooms', to='care.dwelling')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                ],
                options={
                    'verbose_name': 'room',
                    'ordering': ['name'],
                    'constraints': [models.UniqueConstraint(fields=('id', 'dwelling'), name='room_of_dwelling'), models.UniqueConstraint(fields=('dwelling', 'name'), name='room_once', violation_error_message='There is already a room with this name.'), globa.journal.same.Same('dwelling', 'organisation', name='room_of_own_dwelling')],
                },
            ), migrations.CreateModel(
                name='Bed',
                fields=[
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                    ('name', models.CharField(max_length=20, verbose_name='bed')),
                    ('is_extra', models.BooleanField(default=False, verbose_name='above the counted places')),
                    ('reason', models.TextField(blank=True, verbose_name='why it was added')),
                    ('during', django.contrib.postgres.fields.ranges.DateRangeField(verbose_name='stands')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('dwelling', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='beds', to='care.dwelling')),
                    ('room', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='beds', to='care.room', verbose_name='room')),
                ],
                options={
                    'verbose_name': 'bed',
                    'ordering': ['name'],
                    'constraints': [models.UniqueConstraint(fields=('id', 'dwelling'), name='bed_of_dwelling'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('dwelling', '='), ('name', '='), ('during', '&&')], name='bed_name_once_at_a_time', violation_error_message='There is already a bed with this name.'), models.CheckConstraint(condition=models.Q(('is_extra', False), models.Q(('reason', ''), _negated=True), _connector='OR'), name='extra_bed_has_a_reason', violation_error_message='Say why a bed above the counted ones is needed. It may be added; the reason is kept.'), models.CheckConstraint(condition=models.Q(('during__isempty', False)), name='bed_stands_a_day', violation_error_message='It would end on the day it begins, or before. Compare the two days.'), globa.journal.same.Same('dwelling', 'organisation', name='bed_of_own_dwelling'), globa.journal.same.Same('room', 'dwelling', name='bed_in_room_of_dwelling', violation_error_message='The room is in another home. Choose a room of this home.')],
                },
            ), migrations.CreateModel(
                name='Stay',
                fields=[
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                    ('setting', models.CharField(choices=[('community_home', "community children's home"), ('on_duty_carer', "on-duty carer's home"), ('permanent_carer', "permanent carer's home"), ('guardian_family', 'guardian family'), ('family_home', 'family home (legal person)'), ('elsewhere', 'elsewhere')], max_length=20, verbose_name='kind of place')),
                    ('during', django.contrib.postgres.fields.ranges.DateRangeField(verbose_name='lived here')),
                    ('origin', models.CharField(choices=[('parents', 'from parents'), ('temporary_guardians', 'from temporary guardians'), ('permanent_guardians', 'from permanent guardians'), ('other_institution', 'from another institution'), ('on_duty_carer', 'from an on-duty carer'), ('community_home', 'from a community home'), ('family_home', 'from a family home'), ('unaccompanied', 'found, or without anybody'), ('same_institution', 'moved inside the institution'), ('other', 'other')], max_length=40, verbose_name='came from')),
                    ('destination', models.CharField(blank=True, choices=[('parents', 'returned to parents'), ('came_of_age', 'came of age'), ('other_institution', 'to another institution'), ('permanent_guardianship_abroad', 'permanent guardianship abroad'), ('permanent_guardianship_domestic', 'permanent guardianship in Lithuania'), ('temporary_guardians', 'to temporary guardians'), ('adopted', 'adopted'), ('on_duty_carer', 'to an on-duty carer'), ('community_home', 'to a community home'), ('family_home', 'to a family home'), ('emancipated', 'emancipated'), ('married', 'married'), ('died', 'died'), ('ran_away', 'ran away, stay closed'), ('same_institution', 'moved inside the institution'), ('other', 'other')], max_length=40, verbose_name='left for')),
                    ('bed', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='stays', to='care.bed', verbose_name='bed')),
                    ('carer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children_in_care', to='registry.person', verbose_name='carer')),
                    ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stays', to='registry.person', verbose_name='child')),
                    ('dwelling', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stays', to='care.dwelling', verbose_name='place')),
                    ('municipality_of_origin', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='municipality of origin')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                ],
                options={
                    'verbose_name': 'stay',
                    'ordering': ['during'],
                    'indexes': [models.Index(fields=['organisation', 'setting'], name='stay_by_setting')],
                    'constraints': [models.UniqueConstraint(fields=('id', 'organisation'), name='stay_of_organisation'), models.UniqueConstraint(fields=('id', 'child'), name='stay_of_child'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('child', '='), ('during', '&&')], name='child_lives_in_one_place_at_a_time', violation_error_message='The child already lives somewhere else on some of these days. Two places at once would count the child twice: end the other stay first, or choose other days.'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('bed', '='), ('during', '&&')], name='bed_has_one_child_at_a_time', violation_error_message='The bed is taken on some of these days. Choose a free bed; in an emergency add one and say why.'), models.CheckConstraint(condition=models.Q(('during__upper_inf', True), models.Q(('destination', ''), _negated=True), _connector='OR'), name='who_has_left_went_somewhere', violation_error_message='Say where the child went.'), models.CheckConstraint(condition=models.Q(('during__upper_inf', False), ('destination', ''), _connector='OR'), name='who_lives_here_has_not_left', violation_error_message='The stay has no end yet, so it cannot say where the child went. Give the day of leaving.'), models.CheckConstraint(condition=models.Q(('during__isempty', False), ('during__lower_inf', False)), name='stay_lasts_a_day', violation_error_message='The stay ends before it begins. Compare the two days.'), models.CheckConstraint(condition=models.Q(models.Q(('setting__in', ('community_home', 'on_duty_carer', 'permanent_carer')), _negated=True), ('bed__isnull', False), _connector='OR'), name='where_places_are_counted_a_bed_is_named', violation_error_message='Say in which bed the child sleeps: places are counted here, and no two children share one.'), globa.journal.same.Same('dwelling', 'organisation', name='stay_in_own_dwelling'), globa.journal.same.Same('dwelling', 'setting', name='stay_setting_is_the_dwellings', theirs='kind', violation_error_message='The kind of place is not that of the home. Choose the home again: its kind goes with it.'), globa.journal.same.Same('bed', 'dwelling', name='stay_in_bed_of_dwelling', violation_error_message='The bed stands in another home. Choose a bed of this home.')],
                },
            ), migrations.CreateModel(
                name='AwayTime',
                fields=[
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                    ('kind', models.CharField(choices=[('hosting', 'visiting a host family'), ('respite', 'respite of the carer'), ('socialisation_centre', 'socialisation centre'), ('hospital', 'hospital'), ('camp', 'camp'), ('ran_away', 'ran away'), ('other', 'other')], max_length=30, verbose_name='why away')),
                    ('country', models.CharField(default='LT', max_length=2, verbose_name='country')),
                    ('place', models.CharField(blank=True, max_length=120, verbose_name='where')),
                    ('during', django.contrib.postgres.fields.ranges.DateRangeField(verbose_name='away')),
                    ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='away_times', to='registry.person', verbose_name='child')),
                    ('host_household', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='hosted', to='registry.household', verbose_name='host family')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('stay', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='away_times', to='care.stay', verbose_name='stay')),
                ],
                options={
                    'verbose_name': 'away-time',
                    'ordering': ['during'],
                    'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('child', '='), ('during', '&&')], name='child_is_away_once_at_a_time', violation_error_message='The child is already away on some of these days.'), models.CheckConstraint(condition=models.Q(('during__isempty', False), ('during__lower_inf', False)), name='away_lasts_a_day', violation_error_message='It would end on the day it begins, or before. Compare the two days.'), globa.journal.same.Same('stay', 'organisation', name='away_from_own_stay'), globa.journal.same.Same('stay', 'child', name='away_from_the_childs_stay', violation_error_message='This is a stay of another child. Choose the stay of the child who was away.'), globa.journal.same.Same('host_household', 'organisation', name='away_at_own_host')],
                },
            ), migrations.CreateModel(
                name='AwayTimeEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, serialize=False)),
                    ('kind', models.CharField(choices=[('hosting', 'visiting a host family'), ('respite', 'respite of the carer'), ('socialisation_centre', 'socialisation centre'), ('hospital', 'hospital'), ('camp', 'camp'), ('ran_away', 'ran away'), ('other', 'other')], max_length=30, verbose_name='why away')),
                    ('country', models.CharField(default='LT', max_length=2, verbose_name='country')),
                    ('place', models.CharField(blank=True, max_length=120, verbose_name='where')),
                    ('during', django.contrib.postgres.fields.ranges.DateRangeField(verbose_name='away')),
                    ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.person', verbose_name='child')),
                    ('host_household', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.household', verbose_name='host family')),
                    ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='care.awaytime')),
                    ('stay', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='care.stay', verbose_name='stay')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='BedEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, serialize=False)),
                    ('name', models.CharField(max_length=20, verbose_name='bed')),
                    ('is_extra', models.BooleanField(default=False, verbose_name='above the counted places')),
                    ('reason', models.TextField(blank=True, verbose_name='why it was added')),
                    ('during', django.contrib.postgres.fields.ranges.DateRangeField(verbose_name='stands')),
                    ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='care.bed')),
                    ('dwelling', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='care.dwelling')),
                    ('room', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='care.room', verbose_name='room')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='Capacity',
                fields=[
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                    ('places', models.PositiveSmallIntegerField(verbose_name='places')),
                    ('during', django.contrib.postgres.fields.ranges.DateRangeField(verbose_name='counted')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('dwelling', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='capacities', to='care.dwelling')),
                ],
                options={
                    'verbose_name': 'places',
                    'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('dwelling', '='), ('during', '&&')], name='one_capacity_at_a_time', violation_error_message='Another number of places is already recorded for some of these days.'), models.CheckConstraint(condition=models.Q(('during__isempty', False)), name='capacity_lasts_a_day', violation_error_message='It would end on the day it begins, or before. Compare the two days.'), globa.journal.same.Same('dwelling', 'organisation', name='capacity_of_own_dwelling')],
                },
            ), migrations.CreateModel(
                name='CapacityEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, serialize=False)),
                    ('places', models.PositiveSmallIntegerField(verbose_name='places')),
                    ('during', django.contrib.postgres.fields.ranges.DateRangeField(verbose_name='counted')),
                    ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='care.capacity')),
                    ('dwelling', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='care.dwelling')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='CarerContract',
                fields=[
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                    ('kind', models.CharField(choices=[('on_duty_carer', 'on-duty carer'), ('permanent_carer', 'permanent carer')], max_length=20, verbose_name='kind')),
                    ('places', models.PositiveSmallIntegerField(verbose_name='children at once')),
                    ('age_from', models.PositiveSmallIntegerField(default=0, verbose_name='from age')),
                    ('age_to', models.PositiveSmallIntegerField(default=17, verbose_name='to age')),
                    ('during', django.contrib.postgres.fields.ranges.DateRangeField(verbose_name='in force')),
                    ('carer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='carer_contracts', to='registry.person', verbose_name='carer')),
                    ('household', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contracts', to='registry.household', verbose_name='household')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('paper', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.paper', verbose_name='contract')),
                    ('dwelling', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contracts', to='care.dwelling', verbose_name="carer's home")),
                ],
                options={
                    'verbose_name': "carer's contract",
                    'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('carer', '='), ('during', '&&')], name='carer_has_one_contract_at_a_time', violation_error_message='The carer already has a contract on some of these days.'), models.CheckConstraint(condition=models.Q(('age_from__lte', models.F('age_to'))), name='contract_ages_are_in_order', violation_error_message='The youngest age is above the oldest. Compare the two.'), models.CheckConstraint(condition=models.Q(('places__gt', 0)), name='contract_has_places', violation_error_message='Say for how many children the contract is.'), models.CheckConstraint(condition=models.Q(('during__isempty', False)), name='contract_lasts_a_day', violation_error_message='It would end on the day it begins, or before. Compare the two days.'), globa.journal.same.Same('household', 'organisation', name='contract_with_own_household'), globa.journal.same.Same('dwelling', 'organisation', name='contract_in_own_dwelling'), globa.journal.same.Same('dwelling', 'kind', name='contract_kind_is_the_dwellings', violation_error_message='The home is not that of such a carer. Choose a home of the same kind as the contract.'), globa.journal.same.Same('paper', 'organisation', name='contract_by_own_paper')],
                },
            ), migrations.CreateModel(
                name='CarerContractEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, serialize=False)),
                    ('kind', models.CharField(choices=[('on_duty_carer', 'on-duty carer'), ('permanent_carer', 'permanent carer')], max_length=20, verbose_name='kind')),
                    ('places', models.PositiveSmallIntegerField(verbose_name='children at once')),
                    ('age_from', models.PositiveSmallIntegerField(default=0, verbose_name='from age')),
                    ('age_to', models.PositiveSmallIntegerField(default=17, verbose_name='to age')),
                    ('during', django.contrib.postgres.fields.ranges.DateRangeField(verbose_name='in force')),
                    ('carer', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.person', verbose_name='carer')),
                    ('household', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.household', verbose_name='household')),
                    ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('paper', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.paper', verbose_name='contract')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='care.carercontract')),
                    ('dwelling', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='care.dwelling', verbose_name="carer's home")),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='DwellingEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, serialize=False)),
                    ('code', models.SlugField(db_index=False, max_length=60, verbose_name='code')),
                    ('kind', models.CharField(choices=[('community_home', "community children's home"), ('on_duty_carer', "on-duty carer's home"), ('permanent_carer', "permanent carer's home"), ('guardian_family', 'guardian family'), ('family_home', 'family home (legal person)'), ('elsewhere', 'elsewhere')], max_length=20, verbose_name='kind')),
                    ('name', models.CharField(max_length=120, verbose_name='name')),
                    ('during', django.contrib.postgres.fields.ranges.DateRangeField(verbose_name='used')),
                    ('address', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.address', verbose_name='address')),
                    ('household', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.household', verbose_name='household')),
                    ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='care.dwelling')),
                    ('unit', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.organisation', verbose_name='home group or unit')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='Guardianship',
                fields=[
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                    ('kind', models.CharField(choices=[('temporary', 'temporary'), ('permanent', 'permanent')], max_length=20, verbose_name='kind')),
                    ('form', models.CharField(choices=[('family', 'in a family'), ('family_home', 'in a family home'), ('foster_centre', 'in a foster centre'), ('institution', 'in an institution')], max_length=20, verbose_name='form')),
                    ('relation', models.CharField(blank=True, choices=[('close_relative', 'close relative'), ('kin', 'relative'), ('non_kin', 'not related')], max_length=20, verbose_name='related as')),
                    ('during', django.contrib.postgres.fields.ranges.DateRangeField(verbose_name='in force')),
                    ('ended_by', models.CharField(blank=True, choices=[('returned_to_parents', 'returned to parents'), ('came_of_age', 'came of age'), ('emancipated', 'emancipated'), ('married', 'married'), ('adopted', 'adopted'), ('changed_guardian', 'another guardian was appointed'), ('died', 'died'), ('other', 'other')], max_length=30, verbose_name='ended by')),
                    ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='guardianships', to='registry.person', verbose_name='child')),
                    ('guardian', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='guardian_of', to='registry.person', verbose_name='guardian')),
                    ('household', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='guardianships', to='registry.household', verbose_name='guardian family')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('paper', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.paper', verbose_name='act or ruling')),
                ],
                options={
                    'verbose_name': 'guardianship',
                    'ordering': ['during'],
                    'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('child', '='), ('during', '&&')], name='child_has_one_guardianship_at_a_time', violation_error_message='The child is already under guardianship on some of these days. End the other one first, or choose other days.'), models.CheckConstraint(condition=models.Q(models.Q(('form', 'family'), _negated=True), ('household__isnull', False), _connector='OR'), name='guardian_family_is_named', violation_error_message='Say which family: guardian families are counted.'), models.CheckConstraint(condition=models.Q(('form__in', ['family', 'family_home']), models.Q(('household__isnull', True), ('relation', '')), _connector='OR'), name='institution_is_no_family', violation_error_message='An institution or a foster centre is the guardian itself, without a household.'), models.CheckConstraint(condition=models.Q(models.Q(('during__upper_inf', True), ('ended_by', '')), models.Q(('during__upper_inf', False), models.Q(('ended_by', ''), _negated=True)), _connector='OR'), name='ended_guardianship_says_why', violation_error_message='Give both the day of the end and why it ended, or neither.'), models.CheckConstraint(condition=models.Q(('during__isempty', False), ('during__lower_inf', False)), name='guardianship_lasts_a_day', violation_error_message='The guardianship ends before it begins. Compare the two days.'), globa.journal.same.Same('household', 'organisation', name='guardianship_in_own_household'), globa.journal.same.Same('paper', 'organisation', name='guardianship_by_own_paper')],
                },
            ), migrations.CreateModel(
                name='GuardianshipEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, serialize=False)),
                    ('kind', models.CharField(choices=[('temporary', 'temporary'), ('permanent', 'permanent')], max_length=20, verbose_name='kind')),
                    ('form', models.CharField(choices=[('family', 'in a family'), ('family_home', 'in a family home'), ('foster_centre', 'in a foster centre'), ('institution', 'in an institution')], max_length=20, verbose_name='form')),
                    ('relation', models.CharField(blank=True, choices=[('close_relative', 'close relative'), ('kin', 'relative'), ('non_kin', 'not related')], max_length=20, verbose_name='related as')),
                    ('during', django.contrib.postgres.fields.ranges.DateRangeField(verbose_name='in force')),
                    ('ended_by', models.CharField(blank=True, choices=[('returned_to_parents', 'returned to parents'), ('came_of_age', 'came of age'), ('emancipated', 'emancipated'), ('married', 'married'), ('adopted', 'adopted'), ('changed_guardian', 'another guardian was appointed'), ('died', 'died'), ('other', 'other')], max_length=30, verbose_name='ended by')),
                    ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.person', verbose_name='child')),
                    ('guardian', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.person', verbose_name='guardian')),
                    ('household', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.household', verbose_name='guardian family')),
                    ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('paper', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.paper', verbose_name='act or ruling')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='care.guardianship')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='RoomEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, serialize=False)),
                    ('name', models.CharField(max_length=40, verbose_name='room')),
                    ('dwelling', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='care.dwelling')),
                    ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='care.room')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='Status',
                fields=[
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, primary_key=True, serialize=False)),
                    ('kind', models.CharField(choices=[('school', 'school'), ('disability', 'disability'), ('special_needs', 'special educational needs'), ('municipality_of_origin', 'municipality of origin')], max_length=30, verbose_name='what it is about')),
                    ('condition', models.CharField(blank=True, choices=[('intellectual', 'intellectual disability'), ('behaviour_and_emotion', 'behaviour and emotional disorders'), ('both', 'intellectual disability and behaviour disorders'), ('physical', 'physical disability'), ('sensory', 'sight or hearing'), ('speech', 'speech'), ('other', 'other')], max_length=30, verbose_name='kind of disability or need')),
                    ('level', models.CharField(blank=True, choices=[('small', 'small'), ('moderate', 'moderate'), ('large', 'large'), ('severe', 'severe')], max_length=10, verbose_name='level')),
                    ('during', django.contrib.postgres.fields.ranges.DateRangeField(verbose_name='true')),
                    ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='statuses', to='registry.person', verbose_name='child')),
                    ('municipality', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='municipality')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('paper', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.paper', verbose_name='paper')),
                    ('school', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.school', verbose_name='school')),
                ],
                options={
                    'verbose_name': 'status of a child',
                    'verbose_name_plural': 'statuses of children',
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('condition', ''), ('kind', 'school'), ('level', ''), ('municipality__isnull', True), ('school__isnull', False)), models.Q(('condition', ''), ('kind', 'municipality_of_origin'), ('level', ''), ('municipality__isnull', False), ('school__isnull', True)), models.Q(('kind__in', ['disability', 'special_needs']), ('municipality__isnull', True), ('school__isnull', True), models.Q(('condition', ''), _negated=True)), _connector='OR'), name='status_says_what_its_kind_asks', violation_error_message='Choose the school, the municipality or the kind of need, whichever this is about, and nothing else.'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('organisation', '='), ('child', '='), ('kind', '='), ('condition', '='), ('during', '&&')], name='one_such_status_at_a_time', violation_error_message='Something else is already recorded about this for some of these days. End it first.'), models.CheckConstraint(condition=models.Q(('during__isempty', False)), name='status_lasts_a_day', violation_error_message='It would end on the day it begins, or before. Compare the two days.'), globa.journal.same.Same('paper', 'organisation', name='status_by_own_paper')],
                },
            ), migrations.CreateModel(
                name='StatusEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, serialize=False)),
                    ('kind', models.CharField(choices=[('school', 'school'), ('disability', 'disability'), ('special_needs', 'special educational needs'), ('municipality_of_origin', 'municipality of origin')], max_length=30, verbose_name='what it is about')),
                    ('condition', models.CharField(blank=True, choices=[('intellectual', 'intellectual disability'), ('behaviour_and_emotion', 'behaviour and emotional disorders'), ('both', 'intellectual disability and behaviour disorders'), ('physical', 'physical disability'), ('sensory', 'sight or hearing'), ('speech', 'speech'), ('other', 'other')], max_length=30, verbose_name='kind of disability or need')),
                    ('level', models.CharField(blank=True, choices=[('small', 'small'), ('moderate', 'moderate'), ('large', 'large'), ('severe', 'severe')], max_length=10, verbose_name='level')),
                    ('during', django.contrib.postgres.fields.ranges.DateRangeField(verbose_name='true')),
                    ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.person', verbose_name='child')),
                    ('municipality', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.organisation', verbose_name='municipality')),
                    ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('paper', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.paper', verbose_name='paper')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='care.status')),
                    ('school', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.school', verbose_name='school')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='StayEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.UUIDField(default=globa.journal.keys.new_key, editable=False, serialize=False)),
                    ('setting', models.CharField(choices=[('community_home', "community children's home"), ('on_duty_carer', "on-duty carer's home"), ('permanent_carer', "permanent carer's home"), ('guardian_family', 'guardian family'), ('family_home', 'family home (legal person)'), ('elsewhere', 'elsewhere')], max_length=20, verbose_name='kind of place')),
                    ('during', django.contrib.postgres.fields.ranges.DateRangeField(verbose_name='lived here')),
                    ('origin', models.CharField(choices=[('parents', 'from parents'), ('temporary_guardians', 'from temporary guardians'), ('permanent_guardians', 'from permanent guardians'), ('other_institution', 'from another institution'), ('on_duty_carer', 'from an on-duty carer'), ('community_home', 'from a community home'), ('family_home', 'from a family home'), ('unaccompanied', 'found, or without anybody'), ('same_institution', 'moved inside the institution'), ('other', 'other')], max_length=40, verbose_name='came from')),
                    ('destination', models.CharField(blank=True, choices=[('parents', 'returned to parents'), ('came_of_age', 'came of age'), ('other_institution', 'to another institution'), ('permanent_guardianship_abroad', 'permanent guardianship abroad'), ('permanent_guardianship_domestic', 'permanent guardianship in Lithuania'), ('temporary_guardians', 'to temporary guardians'), ('adopted', 'adopted'), ('on_duty_carer', 'to an on-duty carer'), ('community_home', 'to a community home'), ('family_home', 'to a family home'), ('emancipated', 'emancipated'), ('married', 'married'), ('died', 'died'), ('ran_away', 'ran away, stay closed'), ('same_institution', 'moved inside the institution'), ('other', 'other')], max_length=40, verbose_name='left for')),
                    ('bed', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='care.bed', verbose_name='bed')),
                    ('carer', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.person', verbose_name='carer')),
                    ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.person', verbose_name='child')),
                    ('dwelling', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='care.dwelling', verbose_name='place')),
                    ('municipality_of_origin', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.organisation', verbose_name='municipality of origin')),
                    ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.organisation', verbose_name='recorded by')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='care.stay')),
                ],
                options={
                    'abstract': False,
                },
            )],
        ),
    ]
