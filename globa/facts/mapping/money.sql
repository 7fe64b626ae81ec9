SELECT
    'planning.entry:' || e.id AS record,
    e.organisation_id::text AS organisation,
    e.booked_on AS happened_on,
    e.basis::text AS basis,
    item.code::text AS item,
    coalesce(whole.code, item.code)::text AS main_item,
    source.code::text AS source,
    source.kind::text AS source_kind,
    e.amount::numeric(14, 2) AS amount
FROM planning_entry e
LEFT JOIN planning_economicitem item ON item.id = e.item_id
LEFT JOIN planning_economicitem whole ON whole.id = item.parent_id
JOIN planning_fundingsource source ON source.id = e.source_id
WHERE e.withdrawn_on IS NULL
