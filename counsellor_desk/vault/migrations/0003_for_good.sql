-- What was destroyed is remembered for good: these rows are added and stay as they are. The triggers on INSERT also
-- stop REPLACE, which removes a row without asking the trigger on DELETE.

CREATE TRIGGER erased_follows_the_last BEFORE INSERT ON erased
WHEN new.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM erased)
BEGIN
  SELECT RAISE(ABORT, 'what was destroyed is only added to');
END;

CREATE TRIGGER erased_is_not_changed BEFORE UPDATE ON erased
BEGIN
  SELECT RAISE(ABORT, 'what was destroyed is only added to');
END;

CREATE TRIGGER erased_is_not_removed BEFORE DELETE ON erased
BEGIN
  SELECT RAISE(ABORT, 'what was destroyed is only added to');
END;

-- a certificate without an id of its own gets the next one
CREATE TRIGGER destruction_is_not_replaced BEFORE INSERT ON destruction
WHEN EXISTS (SELECT 1 FROM destruction WHERE id = new.id)
BEGIN
  SELECT RAISE(ABORT, 'what was destroyed is only added to');
END;

CREATE TRIGGER destruction_is_not_changed BEFORE UPDATE ON destruction
BEGIN
  SELECT RAISE(ABORT, 'what was destroyed is only added to');
END;

CREATE TRIGGER destruction_is_not_removed BEFORE DELETE ON destruction
BEGIN
  SELECT RAISE(ABORT, 'what was destroyed is only added to');
END;
