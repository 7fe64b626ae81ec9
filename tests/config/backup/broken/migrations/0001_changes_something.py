from django.db import migrations


class Migration(migrations.Migration):
    """What is done before it fails is kept: each migration is a transaction of its own."""

    dependencies = [("registry", "0001_initial")]
    operations = [
        migrations.RunSQL("CREATE TABLE left_behind (id int)"),
        migrations.RunSQL("UPDATE registry_organisation SET name = 'Half way' WHERE code = 'here'"),
    ]
