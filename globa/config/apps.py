from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate, pre_migrate


class ConfigConfig(AppConfig):
    name = "globa.config"
    label = "config"

    def ready(self) -> None:
        from globa.config.database import after_migration, asking, counting_services, forgetting, lines_of_institutions, names, nobody_asks

        nobody_asks.install()
        # Django tells every app with models in turn; after the last one all tables and triggers are there.
        with_models = [app for app in apps.get_app_configs() if app.models_module is not None]
        pre_migrate.connect(after_migration.before, sender=with_models[0], dispatch_uid="globa.facts.drop")
        post_migrate.connect(after_migration.after, sender=with_models[-1], dispatch_uid="globa.database.after")
        post_migrate.connect(names.after, sender=with_models[-1], dispatch_uid="globa.names.after")
        post_migrate.connect(asking.after, sender=with_models[-1], dispatch_uid="globa.asking.after")
        post_migrate.connect(counting_services.after, sender=with_models[-1], dispatch_uid="globa.counting_services.after")
        lines = lines_of_institutions
        post_migrate.connect(lines.after, sender=with_models[-1], dispatch_uid="globa.lines_of_institutions.after")
        post_migrate.connect(forgetting.after, sender=with_models[-1], dispatch_uid="globa.exports.forgetting")
