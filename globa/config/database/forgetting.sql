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

-- Who asked a centre is erased so many months after the answer, of the row and of every version in its history, with the reasons
-- that somebody wrote; the row stays, so that enquiries are counted as before. Where no norm says how long, nothing is erased.
-- The norm of today holds: a shorter one that the centre decides on reaches what came before it too.
CREATE OR REPLACE FUNCTION globa_forget_enquiries() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    this_day date := (now() AT TIME ZONE 'Europe/Vilnius')::date;
    months integer := (SELECT value FROM registry_norm WHERE code = 'enquiry-kept' AND municipality_id IS NULL AND during @> this_day);
    old RECORD;
    done uuid;
    erased integer := 0;
BEGIN
    DELETE FROM publication_knock WHERE knocked_at < now() - interval '1 day';
    FOR old IN
        SELECT id, organisation_id FROM casework_enquiry
        WHERE erased_on IS NULL AND months >= 1
          AND coalesce(answered_on, received_on) + make_interval(months => months) <= this_day
        FOR UPDATE SKIP LOCKED
    LOOP
        done := gen_random_uuid();
        INSERT INTO journal_operation (id, verb, organisation_id, happened_at, reason, subject)
        VALUES (done, 'casework.erase_enquiry', old.organisation_id, now(), '', 'casework.enquiry:' || old.id);
        PERFORM set_config('pghistory.context_id', gen_random_uuid()::text, true),
                set_config('pghistory.context_metadata', json_build_object('operation', done)::text, true);
        UPDATE casework_enquiry
        SET asker = '', asker_phone = '', asker_email = '', asker_town = '', question = '', reply = '', erased_on = this_day
        WHERE id = old.id;
        erased := erased + 1;
    END LOOP;
    -- Also of those that somebody erased by hand since the last time, for the web never writes into a history.
    FOR old IN
        SELECT DISTINCT e.id FROM casework_enquiry e JOIN casework_enquiryevent v ON v.pgh_obj_id = e.id
        WHERE e.erased_on IS NOT NULL AND (v.asker, v.asker_phone, v.asker_email, v.asker_town, v.question, v.reply) <> ('', '', '', '', '', '')
    LOOP
        UPDATE casework_enquiryevent
        SET asker = '', asker_phone = '', asker_email = '', asker_town = '', question = '', reply = ''
        WHERE pgh_obj_id = old.id;
        UPDATE journal_operation SET reason = ''
        WHERE subject = 'casework.enquiry:' || old.id AND verb <> 'casework.erase_enquiry' AND reason <> '';
    END LOOP;
    RETURN erased;
END $$;

REVOKE ALL ON FUNCTION globa_forget_enquiries() FROM PUBLIC;
