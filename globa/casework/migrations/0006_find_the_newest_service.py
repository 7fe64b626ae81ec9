from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0005_who_asked_is_erased"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="service",
            index=models.Index(fields=["-happened_on"], name="service_newest_first"),
        ),
    ]
