-- What was destroyed, by number only: a copy of this vault knows from its own last row what it still has to forget.

CREATE TABLE erased (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('case', 'note')),
  record_id INTEGER NOT NULL,
  on_day TEXT NOT NULL CHECK (date(on_day) IS on_day)
) STRICT;
