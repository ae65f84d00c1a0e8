-- Only what the sample itself brought may ever be deleted from the history: what a person wrote stays, also while the
-- sample is being removed.
CREATE OR REPLACE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'revision'
    AND current_setting('pentad.allow_sample_removal', true) = 'on' THEN
    IF EXISTS (SELECT 1 FROM "batch" WHERE "id" = OLD."batch_id" AND "kind" = 'sample') THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
