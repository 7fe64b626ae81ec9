import os

from django.db import migrations

PLANTED = {"migration": "SELECT 1 / 0", "check": "ALTER TABLE registry_file DISABLE TRIGGER USER"}


class Migration(migrations.Migration):
    dependencies = [("broken", "0001_changes_something")]
    operations = [migrations.RunSQL(PLANTED[os.environ["PLANTED"]])]
