"""Invariants of what was recorded and signed."""

from __future__ import annotations

from globa.config.invariants.invariant import Invariant
from globa.vocabulary.words import message as _

# Of a merged pair both rows are one child.
ONE_PLACE = """
    SELECT 'care.stay:' || later.id FROM care_stay stay JOIN registry_person child ON child.id = stay.child_id
    JOIN registry_person same ON coalesce(same.same_as_id, same.id) = coalesce(child.same_as_id, child.id)
    JOIN care_stay later ON later.child_id = same.id AND later.id > stay.id AND later.during && stay.during
"""
ONE_CHILD_A_BED = """
    SELECT 'care.stay:' || later.id FROM care_stay stay
    JOIN care_stay later ON later.bed_id = stay.bed_id AND later.id > stay.id AND later.during && stay.during
"""
STANDING_BED = """
    SELECT 'care.stay:' || stay.id FROM care_stay stay JOIN care_bed bed ON bed.id = stay.bed_id WHERE NOT bed.during @> stay.during
"""
AWAY_WITHIN_THE_STAY = """
    SELECT 'care.awaytime:' || away.id FROM care_awaytime away JOIN care_stay stay ON stay.id = away.stay_id
    WHERE NOT stay.during @> away.during OR stay.child_id <> away.child_id
"""
ENTRIES_ON_PARTS = """
    SELECT 'planning.entry:' || entry.id FROM planning_entry entry
    WHERE EXISTS (SELECT FROM planning_economicitem part WHERE part.parent_id = entry.item_id)
"""
# Every entry of an item reaches one root, once: added by items or by entries it is the same money. An entry on a line of a plan needs none.
SUMS = """
    WITH RECURSIVE below (root, id) AS (
        SELECT id, id FROM planning_economicitem WHERE parent_id IS NULL
        UNION ALL SELECT below.root, part.id FROM planning_economicitem part JOIN below ON part.parent_id = below.id
    ), by_item AS (
        SELECT entry.organisation_id, entry.basis, sum(entry.amount) AS total
        FROM below JOIN planning_entry entry ON entry.item_id = below.id GROUP BY 1, 2
    ), by_entry AS (
        SELECT organisation_id, basis, sum(amount) AS total FROM planning_entry WHERE item_id IS NOT NULL GROUP BY 1, 2
    )
    SELECT 'registry.organisation:' || organisation_id || ' ' || basis FROM by_entry LEFT JOIN by_item USING (organisation_id, basis)
    WHERE by_item.total IS DISTINCT FROM by_entry.total
"""
SIGNED_AS_IT_STANDS = """
    SELECT 'reports.report:' || report_id FROM reports_signedcontent
    WHERE encode(sha256(convert_to(document, 'UTF8')), 'hex') <> fingerprint
"""
SIGNATURE_OF_THE_CONTENT = """
    SELECT 'reports.signature:' || signature.id FROM reports_signature signature
    LEFT JOIN reports_signedcontent content USING (report_id) WHERE content.fingerprint IS DISTINCT FROM signature.fingerprint
"""
SIGNED_HAS_CONTENT = """
    SELECT 'reports.report:' || report.id FROM reports_report report WHERE report.state <> 'draft' AND (
        NOT EXISTS (SELECT FROM reports_signedcontent content WHERE content.report_id = report.id)
        OR NOT EXISTS (SELECT FROM reports_signature signature WHERE signature.report_id = report.id))
"""
FILES_ARE_WHOLE = """
    SELECT 'registry.file:' || id FROM registry_file WHERE octet_length(content) <> size OR encode(sha256(content), 'hex') <> sha256
"""
EXPORTS_HAVE_JOBS = """
    SELECT 'reports.export:' || export.id FROM reports_export export WHERE export.state IN ('waiting', 'running') AND NOT EXISTS (
        SELECT FROM procrastinate_jobs job WHERE job.task_name = 'reports.export' AND job.status IN ('todo', 'doing')
        AND job.args ->> 'export' = export.id::text)
"""
JOBS_HAVE_EXPORTS = """
    SELECT 'procrastinate_jobs:' || job.id FROM procrastinate_jobs job WHERE job.task_name = 'reports.export'
    AND NOT EXISTS (SELECT FROM reports_export export WHERE export.id::text = job.args ->> 'export')
"""
OPERATIONS_ONCE = """
    SELECT 'journal.operation:' || min(id::text) FROM journal_operation
    WHERE idempotency_key IS NOT NULL GROUP BY idempotency_key HAVING count(*) > 1
"""
HISTORY_HAS_OPERATIONS = """
    SELECT 'pghistory.context:' || context.id FROM pghistory_context context WHERE context.metadata ? 'operation'
    AND NOT EXISTS (SELECT FROM journal_operation operation WHERE operation.id::text = context.metadata ->> 'operation')
"""

OF_RECORDS = (
    Invariant("one_place", _("no child lives in two places on one day"), ONE_PLACE),
    Invariant("one_child_a_bed", _("no bed has two children on one day"), ONE_CHILD_A_BED),
    Invariant("standing_bed", _("every bed stands there on all days on which a child has it"), STANDING_BED),
    Invariant("away_within_the_stay", _("a child is away only from where it lives"), AWAY_WITHIN_THE_STAY),
    Invariant("entries_on_parts", _("money is booked on items without parts only"), ENTRIES_ON_PARTS),
    Invariant("sums", _("added by items, money is what it is added by entries"), SUMS),
    Invariant("signed_as_it_stands", _("every signed report has the fingerprint of its content"), SIGNED_AS_IT_STANDS),
    Invariant("signature_of_the_content", _("every signature is of the content that was frozen"), SIGNATURE_OF_THE_CONTENT),
    Invariant("signed_has_content", _("every report that was signed has its content and a signature"), SIGNED_HAS_CONTENT),
    Invariant("files_are_whole", _("every file has the size and fingerprint with which it was added"), FILES_ARE_WHOLE),
    Invariant("exports_have_jobs", _("every export that is waited for has its job"), EXPORTS_HAVE_JOBS),
    Invariant("jobs_have_exports", _("every job of an export has its export"), JOBS_HAVE_EXPORTS),
    Invariant("operations_once", _("every request was carried out once"), OPERATIONS_ONCE),
    Invariant("history_has_operations", _("every recorded change names an operation that is there"), HISTORY_HAS_OPERATIONS),
)
