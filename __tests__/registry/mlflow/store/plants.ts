// Stores that somebody prepared. Loaded by unit and end-to-end tests alike.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A store that somebody prepared: where version 1 holds Production, and 2 and 3 nothing. */
export interface Plant {
  readonly name: string;
  /** `right`: a promotion of version 3 works as it does without. */
  readonly end: 'refused' | 'right';
  /** Part of the first sentence of a refusal. */
  readonly says?: string;
  readonly plant: (path: string) => void;
}

/** Minutes: every position of the one is compared with nearly all of the other. */
const FOR_EVER = "instr(zeroblob(8000000), CAST(zeroblob(4000000) || x'01' AS BLOB)) > 0";
/** In a trigger or a view a query may also just go on. */
const ENDLESS = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n';

const sql = (statements: string) => (path: string) => {
  using database = new DatabaseSync(path);
  database.exec(`PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON; ${statements}`);
};

/** Makes a table anew, with its statement edited; what can be taken over is. */
export const rebuilt =
  (table: string, edit: (statement: string) => string, before = '') =>
  (path: string) => {
    sql(before)(path);
    using database = new DatabaseSync(path);
    const [found] = database.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').all(table);
    const statement = edit(String(found?.['sql']));
    if (statement === found?.['sql']) throw new Error(`${table} is as it was`);
    database.exec(
      `PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON; ALTER TABLE ${table} RENAME TO old; ${statement}`,
    );
    const columns = database.prepare(`SELECT name FROM pragma_table_info('${table}')`).all();
    const names = columns.map(({ name }) => String(name)).join(', ');
    database.exec(`INSERT INTO ${table} (${names}) SELECT ${names} FROM old; DROP TABLE old`);
  };

export const constraint = (text: string) => (statement: string) => statement.replace(/\)\s*$/, `, ${text})`);

const trigger = (rest: string): Plant['plant'] => sql(`CREATE TRIGGER planted ${rest}`);

const EMPTIES = `BEGIN UPDATE model_versions SET current_stage = 'None'; END`;

/** A view in the place of a table. */
const view = (table: string, select: string): Plant['plant'] =>
  sql(`ALTER TABLE ${table} RENAME TO hidden; CREATE VIEW ${table} AS ${select}`);

const beside =
  (suffix: string, make: (file: string) => void): Plant['plant'] =>
  (path) => {
    make(`${path}${suffix}`);
  };

const fifo = (file: string): void => {
  execFileSync('mkfifo', [file]);
};

/** A link that leads to a file beside the store, which must stay as it is. */
const linked = (file: string): void => {
  const target = join(dirname(file), 'precious');
  writeFileSync(target, 'precious');
  symlinkSync(target, file);
};

const column = (table: string, name: string, value: string): Plant['plant'] =>
  sql(`UPDATE ${table} SET ${name} = ${value}`);

const refused = (name: string, plant: Plant['plant'], says = ''): Plant => ({
  name,
  end: 'refused',
  says,
  plant,
});
const right = (name: string, plant: Plant['plant']): Plant => ({ name, end: 'right', plant });

/** The journal of a transaction over several files: SQLite deletes the file that it names. */
function superJournal(file: string): void {
  const name = Buffer.from(join(dirname(file), 'precious'));
  writeFileSync(name.toString(), 'precious');
  const end = Buffer.alloc(8);
  end.writeUInt32BE(name.length, 0);
  end.writeUInt32BE(
    name.reduce((sum, byte) => sum + byte, 0),
    4,
  );
  const header = Buffer.alloc(512);
  Buffer.from('d9d505f920a163d7', 'hex').copy(header);
  writeFileSync(file, Buffer.concat([header, Buffer.alloc(4), name, end, header.subarray(0, 8)]));
}

/** Every pointer of the table's first page leads back to that page. */
function circle(path: string): void {
  using database = new DatabaseSync(path);
  const [row] = database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'model_versions'").all();
  const [size] = database.prepare('PRAGMA page_size').all();
  const [page, bytes] = [Number(row?.['rootpage']), Number(size?.['page_size'])];
  database.close();
  const file = readFileSync(path);
  const at = (page - 1) * bytes;
  file.fill(0, at, at + bytes);
  file.writeUInt8(5, at);
  file.writeUInt32BE(page, at + 8);
  writeFileSync(path, file);
}

/** A column that takes for ever whenever it is read. It is written with one that takes no time. */
function madeForEver(path: string): void {
  const made = (when: string) => `GENERATED ALWAYS AS (CASE WHEN ${when} THEN 'Production' ELSE 'None' END)`;
  const edit = (statement: string) =>
    statement.replace(/\bcurrent_stage VARCHAR\(20\)/i, `current_stage VARCHAR(20) ${made('version = 1')}`);
  rebuilt('model_versions', edit)(path);
  using database = new DatabaseSync(path);
  database.enableDefensive(false);
  database.exec('PRAGMA writable_schema = ON');
  database
    .prepare('UPDATE sqlite_schema SET sql = replace(sql, ?, ?)')
    .run(made('version = 1'), made(FOR_EVER));
}

export const PLANTS: readonly Plant[] = [
  refused(
    'a trigger that empties Production',
    trigger(`AFTER UPDATE ON model_versions ${EMPTIES}`),
    'trigger',
  ),
  refused(
    'a trigger that never ends',
    trigger(`BEFORE UPDATE ON model_versions BEGIN ${ENDLESS}; END`),
    'trigger',
  ),
  refused(
    'a trigger that takes the change back',
    trigger('BEFORE UPDATE ON model_versions BEGIN SELECT RAISE(IGNORE); END'),
    'trigger',
  ),
  refused('a trigger on the model', trigger(`AFTER UPDATE ON registered_models ${EMPTIES}`), 'trigger'),
  refused(
    'a trigger on its aliases',
    trigger(`AFTER INSERT ON registered_model_aliases ${EMPTIES}`),
    'trigger',
  ),
  refused(
    'a trigger on a quoted name in capitals',
    trigger(`AFTER UPDATE ON "MODEL_VERSIONS" ${EMPTIES}`),
    'trigger',
  ),
  refused(
    'a trigger on a name in brackets',
    trigger(`AFTER UPDATE OF current_stage ON [Model_Versions] ${EMPTIES}`),
    'trigger',
  ),
  right(
    'a trigger where nothing is changed',
    trigger('AFTER UPDATE ON tags BEGIN SELECT RAISE(ABORT, 1); END'),
  ),
  refused('a view in place of tags', view('tags', 'SELECT * FROM hidden'), 'lacks the table "tags"'),
  refused(
    'a view in place of the versions',
    view('model_versions', 'SELECT * FROM hidden'),
    'lacks the table "model_versions"',
  ),
  refused(
    'an endless view in place of the aliases',
    view('registered_model_aliases', ENDLESS),
    'lacks the table',
  ),
  refused(
    'a view in place of the revision',
    view('alembic_version', "SELECT 'x' AS version_num"),
    'lacks the table',
  ),
  right('a view of somebody’s own', sql(`CREATE VIEW mine AS SELECT * FROM runs`)),
  refused(
    'a virtual table in place of tags',
    sql('ALTER TABLE tags RENAME TO hidden; CREATE VIRTUAL TABLE tags USING fts5(key, value, run_uuid)'),
    'lacks the table "tags"',
  ),
  refused(
    'a constraint that deletes other versions',
    rebuilt(
      'model_versions',
      constraint('UNIQUE (name, current_stage) ON CONFLICT REPLACE'),
      "UPDATE model_versions SET current_stage = 'Archived' WHERE version = 2",
    ),
    'something else',
  ),
  refused(
    'a constraint that drops the change',
    rebuilt(
      'model_versions',
      constraint('UNIQUE (name, current_stage) ON CONFLICT IGNORE'),
      "UPDATE model_versions SET current_stage = 'Archived' WHERE version = 2",
    ),
    'something else',
  ),
  refused(
    'a constraint that refuses the change',
    rebuilt('model_versions', constraint("CHECK (current_stage <> 'Production' OR version = 1)")),
    'CHECK',
  ),
  refused(
    'a constraint that never ends',
    rebuilt('model_versions', constraint(`CHECK (current_stage <> 'Archived' OR ${FOR_EVER})`)),
  ),
  refused('a column that is made when it is read, for ever', madeForEver, 'lacks the column'),
  refused(
    'a column that is made from others',
    rebuilt('model_versions', (statement) =>
      statement.replace(
        /\bcurrent_stage VARCHAR\(20\)/i,
        `current_stage VARCHAR(20) GENERATED ALWAYS AS (CASE version WHEN 1 THEN 'Production' ELSE 'None' END) VIRTUAL`,
      ),
    ),
  ),
  refused('pages in a circle', circle, 'damaged'),
  refused('a journal that is a link', beside('-journal', linked), 'a link'),
  refused('a log that is a link', beside('-wal', linked), 'a link'),
  refused('a journal that is a pipe', beside('-journal', fifo), 'not a file'),
  refused('shared memory that is a pipe', beside('-shm', fifo), 'not a file'),
  refused(
    'a journal that is a folder',
    beside('-journal', (file) => {
      mkdirSync(file);
    }),
    'not a file',
  ),
  refused('a journal that names another file', beside('-journal', superJournal), 'names another file'),
  refused(
    'a store that is a pipe',
    (path) => {
      renameSync(path, `${path}.away`);
      fifo(path);
    },
    'not a file',
  ),
  refused(
    'a store that is a link to a device',
    (path) => {
      renameSync(path, `${path}.away`);
      symlinkSync('/dev/zero', path);
    },
    'leaves the workspace',
  ),
  refused(
    'a store that is a link to itself',
    (path) => {
      renameSync(path, `${path}.away`);
      symlinkSync(path, path);
    },
    'cannot be read',
  ),
  refused('a version number that is text', column('model_versions', 'version', "'v' || version"), 'version'),
  refused(
    'a stage that is bytes',
    column('model_versions', 'current_stage', 'CAST(current_stage AS BLOB)'),
    'current_stage',
  ),
  refused('a time without end', column('model_versions', 'creation_time', '9e999'), 'creation_time'),
  refused('a metric that is text', column('latest_metrics', 'value', "'good'"), 'value'),
  refused(
    'a stage that MLflow does not have',
    column('model_versions', 'current_stage', "'production'"),
    'stage',
  ),
];
