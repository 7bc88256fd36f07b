/** Needs the table `audit` (`keepAudit`). The hook of the server's Python has the same. */
export const TRIGGER = `CREATE TEMP TRIGGER IF NOT EXISTS audit_stages AFTER UPDATE OF current_stage ON main.model_versions
  WHEN OLD.current_stage IS NOT NEW.current_stage
  BEGIN
    INSERT INTO audit (version, was, now) VALUES (NEW.version, OLD.current_stage, NEW.current_stage);
  END`;
