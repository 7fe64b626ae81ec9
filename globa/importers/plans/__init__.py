"""A municipality's plan, or the report on it, understood out of somebody's document; nothing is written here."""
