"""Where it is kept: the only SQL. Connection, migrations, stores."""
