// Loaded before a process begins, and before each of its threads: its writers write down every change of a stage, in the
// transaction that makes it. The trigger is one of the connection alone, so the store stays as MLflow made it.
import { DatabaseSync } from 'node:sqlite';
import { TRIGGER } from './audit-trigger.js';

const { exec } = DatabaseSync.prototype;

DatabaseSync.prototype.exec = function (sql) {
  if (sql === 'BEGIN IMMEDIATE') exec.call(this, TRIGGER);
  exec.call(this, sql);
};
