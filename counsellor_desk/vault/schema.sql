CREATE TABLE activity (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  on_day TEXT NOT NULL CHECK (date(on_day) IS on_day),
  minutes INTEGER NOT NULL CHECK (minutes >= 1),
  organisation_id INTEGER REFERENCES organisation,
  reach_band TEXT,
  remark TEXT NOT NULL
) STRICT;

CREATE TABLE case_file (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE CHECK (number GLOB '[0-9][0-9]-[0-9][0-9][0-9]*'),
  organisation_id INTEGER NOT NULL REFERENCES organisation,
  status TEXT NOT NULL,
  registered_on TEXT NOT NULL CHECK (date(registered_on) IS registered_on),
  first_contact_on TEXT NOT NULL CHECK (date(first_contact_on) IS first_contact_on),
  person_id INTEGER NOT NULL REFERENCES person,
  production_id INTEGER REFERENCES production,
  channel TEXT,
  route TEXT,
  client_role TEXT,
  client_status TEXT,
  function_group TEXT,
  chain_client TEXT,
  chain_accused TEXT,
  direction TEXT,
  relation TEXT,
  same_link TEXT,
  setting TEXT,
  recency TEXT,
  pattern TEXT,
  wish TEXT,
  ongoing TEXT NOT NULL CHECK (ongoing IN ('yes', 'no', 'unknown')),
  acute_danger TEXT NOT NULL CHECK (acute_danger IN ('yes', 'no', 'unknown')),
  possible_offence TEXT NOT NULL CHECK (possible_offence IN ('yes', 'no', 'unknown')),
  minor_involved TEXT NOT NULL CHECK (minor_involved IN ('yes', 'no', 'unknown')),
  gender_band TEXT,
  age_band TEXT,
  group_size_band TEXT,
  consent_to_record TEXT NOT NULL CHECK (consent_to_record IN ('yes', 'no', 'unknown')),
  consent_to_count TEXT NOT NULL CHECK (consent_to_count IN ('yes', 'no', 'unknown')),
  is_test INTEGER NOT NULL CHECK (is_test IN (0, 1)),
  duplicate_of INTEGER REFERENCES case_file CHECK (duplicate_of IS NOT id),
  outcome TEXT,
  reason_no_formal TEXT,
  aftercare TEXT,
  retaliation TEXT NOT NULL CHECK (retaliation IN ('yes', 'no', 'unknown')),
  absence TEXT NOT NULL CHECK (absence IN ('yes', 'no', 'unknown')),
  closed_on TEXT CHECK (date(closed_on) IS closed_on),
  counted_closed_on TEXT CHECK (date(counted_closed_on) IS counted_closed_on),
  retention_profile TEXT NOT NULL,
  retention_due TEXT CHECK (date(retention_due) IS retention_due),
  hold_until TEXT CHECK (date(hold_until) IS hold_until),
  hold_reason TEXT,
  pseudonymised_on TEXT CHECK (date(pseudonymised_on) IS pseudonymised_on),
  destroyed_on TEXT CHECK (date(destroyed_on) IS destroyed_on),
  revision INTEGER NOT NULL CHECK (revision >= 0),
  last_contact_on TEXT  -- kept by the triggers on contact, for the order of lists
) STRICT;

CREATE TABLE case_ground (
  case_id INTEGER NOT NULL REFERENCES case_file ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  code TEXT NOT NULL,
  PRIMARY KEY (case_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_nature (
  case_id INTEGER NOT NULL REFERENCES case_file ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),  -- 0 is the primary one
  code TEXT NOT NULL,
  PRIMARY KEY (case_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_person (
  person_id INTEGER NOT NULL REFERENCES person,
  case_id INTEGER NOT NULL REFERENCES case_file ON DELETE CASCADE,
  role TEXT NOT NULL,
  pseudonym TEXT NOT NULL,
  is_client INTEGER NOT NULL CHECK (is_client IN (0, 1)),
  PRIMARY KEY (case_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE consent (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES case_file ON DELETE CASCADE,
  purpose TEXT NOT NULL,
  given INTEGER NOT NULL CHECK (given IN (0, 1)),
  on_day TEXT NOT NULL CHECK (date(on_day) IS on_day),
  how TEXT NOT NULL,
  recipient TEXT NOT NULL,
  until TEXT CHECK (date(until) IS until),
  withdrawn_on TEXT CHECK (date(withdrawn_on) IS withdrawn_on)
) STRICT;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES case_file ON DELETE CASCADE,
  on_day TEXT NOT NULL CHECK (date(on_day) IS on_day),
  at_time TEXT,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
  mode TEXT NOT NULL,
  with_whom TEXT NOT NULL,
  incoming INTEGER NOT NULL CHECK (incoming IN (0, 1)),
  registered_on TEXT NOT NULL CHECK (date(registered_on) IS registered_on)
) STRICT;

CREATE TABLE contact_code (
  contact_id INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 2),
  code TEXT NOT NULL,
  PRIMARY KEY (contact_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE destruction (
  id INTEGER PRIMARY KEY,
  case_number TEXT NOT NULL,
  on_day TEXT NOT NULL CHECK (date(on_day) IS on_day),
  ground TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('identity', 'notes', 'case'))
) STRICT;

CREATE TABLE disclosure_decision (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES case_file ON DELETE CASCADE,
  code TEXT NOT NULL,
  on_day TEXT NOT NULL CHECK (date(on_day) IS on_day),
  disclosed INTEGER NOT NULL CHECK (disclosed IN (0, 1)),
  recipient TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE draft (
  slot TEXT PRIMARY KEY,
  payload TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;

CREATE TABLE erased (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('case', 'note')),
  record_id INTEGER NOT NULL,
  on_day TEXT NOT NULL CHECK (date(on_day) IS on_day)
) STRICT;

CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY,
  case_id INTEGER REFERENCES case_file ON DELETE CASCADE,  -- empty: of the desk itself
  due_on TEXT NOT NULL CHECK (date(due_on) IS due_on),
  due_at TEXT,
  text TEXT NOT NULL,
  kind TEXT NOT NULL,
  done_on TEXT CHECK (date(done_on) IS done_on)
) STRICT;

CREATE TABLE hold (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES case_file ON DELETE CASCADE,
  set_on TEXT NOT NULL CHECK (date(set_on) IS set_on),
  until TEXT NOT NULL CHECK (date(until) IS until),
  reason TEXT NOT NULL,
  lifted_on TEXT CHECK (date(lifted_on) IS lifted_on)
) STRICT;

CREATE TABLE identity (
  person_id INTEGER PRIMARY KEY REFERENCES person ON DELETE CASCADE,
  name TEXT NOT NULL,
  reach TEXT NOT NULL,
  safe_contact TEXT NOT NULL
) STRICT;

CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES case_file ON DELETE CASCADE,
  note_class TEXT NOT NULL CHECK (note_class IN ('FILE', 'AID')),
  body TEXT NOT NULL,
  written_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 0),
  expires_on TEXT CHECK (date(expires_on) IS expires_on),
  contact_id INTEGER UNIQUE REFERENCES contact ON DELETE CASCADE
) STRICT;

CREATE TABLE note_mark (
  note_id INTEGER NOT NULL REFERENCES note ON DELETE CASCADE,
  paragraph INTEGER NOT NULL CHECK (paragraph >= 0),
  mark TEXT NOT NULL CHECK (mark IN ('fact', 'client', 'counsellor', 'action')),
  PRIMARY KEY (note_id, paragraph)
) STRICT, WITHOUT ROWID;

CREATE TABLE note_revision (
  note_id INTEGER NOT NULL REFERENCES note ON DELETE CASCADE,
  revision INTEGER NOT NULL CHECK (revision >= 0),
  body TEXT NOT NULL,
  written_at TEXT NOT NULL,
  PRIMARY KEY (note_id, revision)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE note_text USING fts5 (
  body, content = 'note', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4'
);

CREATE TABLE organisation (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  chain TEXT NOT NULL,
  size_band TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  retention_profile TEXT NOT NULL,
  record_bands INTEGER NOT NULL CHECK (record_bands IN (0, 1))
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE production (
  id INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisation,
  label TEXT NOT NULL,
  UNIQUE (organisation_id, label)
) STRICT;

CREATE TABLE professional_hours (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  on_day TEXT NOT NULL CHECK (date(on_day) IS on_day),
  minutes INTEGER NOT NULL CHECK (minutes >= 1),
  remark TEXT NOT NULL
) STRICT;

CREATE TABLE release (
  number INTEGER PRIMARY KEY CHECK (number >= 1),
  published_on TEXT NOT NULL CHECK (date(published_on) IS published_on),
  public TEXT NOT NULL,
  private TEXT NOT NULL,
  previous TEXT NOT NULL,
  digest TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE signal (
  id INTEGER PRIMARY KEY,
  organisation_id INTEGER REFERENCES organisation,
  on_day TEXT NOT NULL CHECK (date(on_day) IS on_day),
  text TEXT NOT NULL,
  basis INTEGER NOT NULL CHECK (basis >= 0),
  consented INTEGER NOT NULL CHECK (consented IN (0, 1)),
  sent_on TEXT CHECK (date(sent_on) IS sent_on)
) STRICT;

CREATE TABLE step (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES case_file ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('action', 'referral')),
  code TEXT NOT NULL,
  on_day TEXT NOT NULL CHECK (date(on_day) IS on_day),
  done INTEGER CHECK (done IN (0, 1))  -- empty: planned or offered
) STRICT;

CREATE TABLE vault (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  marker TEXT NOT NULL CHECK (marker = 'counsellor desk'),
  vault_id TEXT NOT NULL,
  created_on TEXT NOT NULL CHECK (date(created_on) IS created_on),
  practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
  generation INTEGER NOT NULL DEFAULT 0 CHECK (generation >= 0),
  figures_secret BLOB NOT NULL CHECK (length(figures_secret) = 32)
) STRICT;

CREATE INDEX activity_by_day ON activity (on_day);

CREATE INDEX case_by_counted_closing ON case_file (counted_closed_on) WHERE counted_closed_on IS NOT NULL;

CREATE INDEX case_by_last_contact ON case_file (last_contact_on, id);

CREATE INDEX case_by_number ON case_file (substr(number, 1, 2), length(number), number);

CREATE INDEX case_by_organisation ON case_file (organisation_id, last_contact_on, id);

CREATE INDEX case_by_person ON case_file (person_id);

CREATE INDEX case_by_production ON case_file (production_id) WHERE production_id IS NOT NULL;

CREATE INDEX case_by_registration ON case_file (registered_on);

CREATE INDEX case_by_status ON case_file (status, last_contact_on, id);

CREATE INDEX case_duplicates ON case_file (duplicate_of) WHERE duplicate_of IS NOT NULL;

CREATE INDEX case_open ON case_file (last_contact_on, first_contact_on) WHERE closed_on IS NULL AND destroyed_on IS NULL;

CREATE INDEX case_retention ON case_file (retention_due) WHERE retention_due IS NOT NULL;

CREATE INDEX nature_by_code ON case_nature (code, case_id);

CREATE INDEX case_person_by_person ON case_person (person_id);

CREATE INDEX consent_by_case ON consent (case_id);

CREATE INDEX contact_by_case ON contact (case_id, on_day);

CREATE INDEX contact_by_registration ON contact (registered_on, case_id);

CREATE INDEX destruction_by_number ON destruction (case_number);

CREATE INDEX disclosure_by_case ON disclosure_decision (case_id);

CREATE INDEX follow_up_by_case ON follow_up (case_id, due_on);

CREATE INDEX follow_up_waiting ON follow_up (due_on, due_at) WHERE done_on IS NULL;

CREATE INDEX hold_by_case ON hold (case_id);

CREATE INDEX note_by_case ON note (case_id);

CREATE INDEX note_expiring ON note (expires_on) WHERE expires_on IS NOT NULL;

CREATE INDEX hours_by_day ON professional_hours (on_day);

CREATE INDEX step_by_case ON step (case_id);

CREATE TRIGGER case_events_stay BEFORE UPDATE OF registered_on, counted_closed_on ON case_file
WHEN new.registered_on IS NOT old.registered_on
  OR (old.counted_closed_on IS NOT NULL AND new.counted_closed_on IS NOT old.counted_closed_on)
BEGIN
  SELECT RAISE(ABORT, 'an event that figures count by cannot change');
END;

CREATE TRIGGER contact_added AFTER INSERT ON contact
BEGIN
  UPDATE case_file SET last_contact_on = new.on_day
  WHERE id = new.case_id AND (last_contact_on IS NULL OR last_contact_on < new.on_day);
END;

CREATE TRIGGER contact_moved AFTER UPDATE OF on_day ON contact
BEGIN
  UPDATE case_file SET last_contact_on = (SELECT max(on_day) FROM contact WHERE case_id = new.case_id)
  WHERE id = new.case_id;
END;

CREATE TRIGGER contact_removed AFTER DELETE ON contact
BEGIN
  UPDATE case_file SET last_contact_on = (SELECT max(on_day) FROM contact WHERE case_id = old.case_id)
  WHERE id = old.case_id;
END;

CREATE TRIGGER destruction_is_not_changed BEFORE UPDATE ON destruction
BEGIN
  SELECT RAISE(ABORT, 'what was destroyed is only added to');
END;

CREATE TRIGGER destruction_is_not_removed BEFORE DELETE ON destruction
BEGIN
  SELECT RAISE(ABORT, 'what was destroyed is only added to');
END;

CREATE TRIGGER destruction_is_not_replaced BEFORE INSERT ON destruction
WHEN EXISTS (SELECT 1 FROM destruction WHERE id = new.id)
BEGIN
  SELECT RAISE(ABORT, 'what was destroyed is only added to');
END;

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

CREATE TRIGGER note_added AFTER INSERT ON note
BEGIN
  INSERT INTO note_text (rowid, body) VALUES (new.id, new.body);
END;

CREATE TRIGGER note_amended AFTER UPDATE OF body ON note
BEGIN
  INSERT INTO note_text (note_text, rowid, body) VALUES ('delete', old.id, old.body);
  INSERT INTO note_text (rowid, body) VALUES (new.id, new.body);
END;

CREATE TRIGGER note_removed AFTER DELETE ON note
BEGIN
  INSERT INTO note_text (note_text, rowid, body) VALUES ('delete', old.id, old.body);
END;

CREATE TRIGGER release_follows_the_last BEFORE INSERT ON release
WHEN new.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM release)
  OR new.previous IS NOT coalesce((SELECT digest FROM release ORDER BY number DESC LIMIT 1), '')
BEGIN
  SELECT RAISE(ABORT, 'the ledger is only added to');
END;

CREATE TRIGGER release_is_not_changed BEFORE UPDATE ON release
BEGIN
  SELECT RAISE(ABORT, 'the ledger is only added to');
END;

CREATE TRIGGER release_is_not_removed BEFORE DELETE ON release
BEGIN
  SELECT RAISE(ABORT, 'the ledger is only added to');
END;

CREATE VIEW v_activity_fact AS
SELECT organisation_id, code, on_day, minutes, reach_band FROM activity;

CREATE VIEW v_case_fact AS
SELECT
  c.id AS case_id, c.person_id, c.organisation_id, c.registered_on, c.counted_closed_on, n.code AS nature,
  c.client_role, c.client_status, c.function_group, c.relation, c.same_link, c.setting, c.recency, c.outcome,
  c.aftercare, c.retaliation
FROM case_file AS c LEFT JOIN case_nature AS n ON n.case_id = c.id AND n.position = 0
WHERE c.consent_to_count = 'yes' AND c.is_test = 0 AND c.duplicate_of IS NULL;

CREATE VIEW v_contact_fact AS
SELECT t.case_id, t.registered_on
FROM contact AS t JOIN case_file AS c ON c.id = t.case_id
WHERE c.consent_to_count = 'yes' AND c.is_test = 0 AND c.duplicate_of IS NULL;

CREATE VIEW v_organisation_fact AS
SELECT id AS organisation_id, size_band FROM organisation;

CREATE VIEW v_step_fact AS
SELECT c.id AS case_id, s.code, c.counted_closed_on
FROM case_file AS c JOIN step AS s ON s.case_id = c.id
WHERE s.done = 1 AND c.consent_to_count = 'yes' AND c.is_test = 0 AND c.duplicate_of IS NULL
UNION ALL
SELECT c.id, k.code, c.counted_closed_on
FROM case_file AS c JOIN contact AS t ON t.case_id = c.id JOIN contact_code AS k ON k.contact_id = t.id
WHERE (k.code GLOB 'H.*' OR k.code GLOB 'X.*')
  AND c.consent_to_count = 'yes' AND c.is_test = 0 AND c.duplicate_of IS NULL;
