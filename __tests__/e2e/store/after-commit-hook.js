// Loaded before the action begins: somebody else changes the store right after its commit, once.
import { DatabaseSync } from 'node:sqlite';

const { exec } = DatabaseSync.prototype;
let done = false;

DatabaseSync.prototype.exec = function (sql) {
  exec.call(this, sql);
  if (sql !== 'COMMIT' || done) return;
  done = true;
  const other = new DatabaseSync(this.location());
  exec.call(other, process.env.AFTER_COMMIT);
  other.close();
};
