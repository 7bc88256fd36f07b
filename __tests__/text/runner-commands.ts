/**
 * How the Actions runner finds commands in a line of output (actions/runner, `ActionCommand.cs`). Its searches
 * are culture-sensitive, which lets characters without weight stand between the ones it looks for; so do these.
 */

const REGISTERED = new Set([
  'set-output',
  'set-env',
  'add-path',
  'save-state',
  'add-mask',
  'add-matcher',
  'remove-matcher',
  'debug',
  'warning',
  'error',
  'notice',
  'group',
  'endgroup',
  'echo',
  'stop-commands',
  'internal-set-repo-path',
]);

const IGNORED = '\\p{Default_Ignorable_Code_Point}*';
const OLD_PREFIX = new RegExp(`#${IGNORED}#${IGNORED}\\[`, 'u');
const NEW_PREFIX = new RegExp(`^${IGNORED}:${IGNORED}:`, 'u');

function registered(info: string): string | null {
  const name = info.split(' ', 1)[0] ?? '';
  return REGISTERED.has(name.toLowerCase()) ? name : null;
}

/** `::command properties::data`, at the start of a line after leading space. */
function newCommand(line: string): string | null {
  const message = line.trimStart();
  if (!NEW_PREFIX.test(message)) return null;
  const end = message.indexOf('::', 2);
  return end < 0 ? null : registered(message.slice(2, end));
}

/** `##[command properties]data`, anywhere in a line. */
function oldCommand(line: string): string | null {
  const at = OLD_PREFIX.exec(line)?.index ?? -1;
  if (at < 0) return null;
  const end = line.indexOf(']', at);
  return end < at + 3 ? null : registered(line.slice(at + 3, end));
}

/** The commands the runner would take from some output. */
export function commandsIn(output: string): readonly string[] {
  return output
    .split(/\r\n|[\n\r]/)
    .map((line) => newCommand(line) ?? oldCommand(line))
    .filter((command) => command !== null);
}
