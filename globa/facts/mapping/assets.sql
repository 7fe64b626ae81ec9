SELECT
    'registry.vehicle:' || v.id AS record,
    v.organisation_id::text AS organisation,
    v.kind::text AS kind,
    v.seats::bigint AS seats,
    lower(v.during) AS began_on,
    upper(v.during) AS ended_on
FROM registry_vehicle v
