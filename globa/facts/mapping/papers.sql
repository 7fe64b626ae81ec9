SELECT
    'casework.conclusion:' || c.id AS record,
    c.organisation_id::text AS organisation,
    paper.issued_on,
    'conclusion'::text AS kind,
    c.about::text AS about,
    c.outcome::text AS outcome,
    NOT c.is_repeat AS first,
    coalesce(p.same_as_id, paper.person_id) AS person,
    c.household_id AS family
FROM casework_conclusion c
JOIN registry_paper paper ON paper.id = c.paper_id
LEFT JOIN (SELECT id, same_as_id FROM registry_person WHERE same_as_id IS NOT NULL) p ON p.id = paper.person_id
UNION ALL
SELECT
    'casework.recommendation:' || r.id,
    r.organisation_id::text,
    paper.issued_on,
    'recommendation',
    'hosting',
    r.outcome::text,
    true,
    coalesce(p.same_as_id, paper.person_id),
    r.household_id
FROM casework_recommendation r
JOIN registry_paper paper ON paper.id = r.paper_id
LEFT JOIN (SELECT id, same_as_id FROM registry_person WHERE same_as_id IS NOT NULL) p ON p.id = paper.person_id
UNION ALL
SELECT
    'casework.assessmentwithplan:' || a.id,
    a.organisation_id::text,
    a.planned_on,
    'assessment_with_plan',
    'child_and_carer',
    '',
    true,
    coalesce(p.same_as_id, a.child_id),
    a.household_id
FROM casework_assessmentwithplan a
LEFT JOIN (SELECT id, same_as_id FROM registry_person WHERE same_as_id IS NOT NULL) p ON p.id = a.child_id
UNION ALL
SELECT
    'registry.paper:' || paper.id,
    paper.organisation_id::text,
    paper.issued_on,
    paper.kind::text,
    CASE WHEN paper.kind = 'attestation' THEN 'worker' ELSE 'other' END,
    '',
    true,
    coalesce(p.same_as_id, paper.person_id),
    NULL::uuid
FROM registry_paper paper
LEFT JOIN (SELECT id, same_as_id FROM registry_person WHERE same_as_id IS NOT NULL) p ON p.id = paper.person_id
WHERE paper.kind NOT IN ('conclusion', 'recommendation', 'assessment_with_plan')
