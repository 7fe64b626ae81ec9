-- Files of exports that are older than so many days go, and their rows say so; the report they were made of makes them again.
-- Runs as the owner, for nobody: the web deletes nothing, and the job that calls this may do this one thing and see none of it.
CREATE OR REPLACE FUNCTION globa_forget_exports(after_days integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    old RECORD;
    forgotten integer := 0;
BEGIN
    IF after_days IS NULL OR after_days < 1 THEN
        RAISE EXCEPTION 'globa: files of exports are kept for a day at least' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    FOR old IN
        SELECT e.id, e.organisation_id, e.file_id
        FROM reports_export e JOIN registry_file f ON f.id = e.file_id
        WHERE e.state = 'ready' AND f.added_at < now() - make_interval(days => after_days)
        FOR UPDATE OF e SKIP LOCKED
    LOOP
        UPDATE reports_export SET state = 'deleted', file_id = NULL WHERE id = old.id;
        DELETE FROM registry_file WHERE id = old.file_id;
        INSERT INTO journal_operation (id, verb, organisation_id, happened_at, reason, subject)
        VALUES (gen_random_uuid(), 'reports.forget_export', old.organisation_id, now(), '', 'reports.export:' || old.id);
        forgotten := forgotten + 1;
    END LOOP;
    RETURN forgotten;
END $$;

REVOKE ALL ON FUNCTION globa_forget_exports(integer) FROM PUBLIC;
