-- No review thinks again about itself, however many steps apart.
CREATE FUNCTION rereview_makes_sense() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    WITH RECURSIVE earlier (id, rereview_of_id) AS (
      SELECT r.id, r.rereview_of_id FROM review r WHERE r.id = NEW.rereview_of_id
      UNION
      SELECT r.id, r.rereview_of_id FROM review r JOIN earlier ON r.id = earlier.rereview_of_id
    ) SELECT FROM earlier WHERE earlier.id = NEW.id
  ) THEN
    RAISE EXCEPTION 'review % would think again about itself', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'rereview_cycle';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rereview_makes_sense BEFORE INSERT OR UPDATE OF rereview_of_id ON review
  FOR EACH ROW WHEN (NEW.rereview_of_id IS NOT NULL) EXECUTE FUNCTION rereview_makes_sense();
