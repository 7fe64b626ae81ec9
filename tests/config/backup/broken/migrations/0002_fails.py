import os

from django.db import migrations

PLANTED = {
    "migration": "SELECT 1 / 0",
    "check": """INSERT INTO procrastinate_jobs (queue_name, task_name, args) VALUES ('reports', 'reports.export', '{"export": "none"}')""",
}


class Migration(migrations.Migration):
    dependencies = [("broken", "0001_changes_something")]
    operations = [migrations.RunSQL(PLANTED[os.environ["PLANTED"]])]
