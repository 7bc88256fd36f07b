"""Loaded by Python at its start: every connection to a store writes down each change of a stage.

As audit-hook.js does for the action. The trigger is one of the connection alone.
"""

import sqlite3
import sqlite3.dbapi2
import time

TRIGGER = """
CREATE TEMP TRIGGER IF NOT EXISTS audit_stages AFTER UPDATE OF current_stage ON main.model_versions
WHEN OLD.current_stage IS NOT NEW.current_stage
BEGIN
  INSERT INTO audit (version, was, now) VALUES (NEW.version, OLD.current_stage, NEW.current_stage);
END
"""

connect = sqlite3.connect


def audited(*args, **kwargs):
    connection = connect(*args, **kwargs)
    while True:
        try:
            connection.execute(TRIGGER)
            return connection
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                # A database that has no versions.
                return connection
            time.sleep(0.01)


sqlite3.connect = sqlite3.dbapi2.connect = audited
