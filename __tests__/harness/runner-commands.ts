/**
 * A workflow command, read as the runner reads it (actions/runner, ActionCommand and ActionCommandManager). Its searches
 * are culture-sensitive, which lets characters without weight stand between the ones it looks for; so do these.
 */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Commands a runner knows; anything else is plain text to it. */
const REGISTERED = new Set(
  'set-env set-output save-state add-mask add-path add-matcher remove-matcher add-matrix internal-set-repo-path debug notice warning error group endgroup echo'.split(
    ' ',
  ),
);
const STOP = 'stop-commands';

const IGNORED = '\\p{Default_Ignorable_Code_Point}*';
const OLD_PREFIX = new RegExp(`#${IGNORED}#${IGNORED}\\[`, 'u');
const NEW_PREFIX = new RegExp(`^${IGNORED}:${IGNORED}:`, 'u');

const V1 = { '%3B': ';', '%0D': '\r', '%0A': '\n', '%5D': ']', '%25': '%' };
const V2_DATA = { '%0D': '\r', '%0A': '\n', '%25': '%' };
const V2_PROPERTY = { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' };

function unescape(text: string, mapping: Readonly<Record<string, string>>): string {
  return Object.entries(mapping).reduce((rest, [code, token]) => rest.replaceAll(code, token), text);
}

function properties(
  text: string,
  separator: string,
  mapping: Readonly<Record<string, string>>,
): Record<string, string> {
  const result: Record<string, string> = {};
  for (const part of text.split(separator)) {
    const [key, value] = splitOnce(part.replace(/^=+/, ''), '=');
    if (key !== '' && value !== undefined && value !== '')
      result[key.toLowerCase()] = unescape(value, mapping);
  }
  return result;
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** `::name key=value,key=value::data`, at the start of a line after white space. */
function parseV2(line: string, known: (name: string) => boolean): Command | null {
  const message = line.trimStart();
  if (!NEW_PREFIX.test(message)) return null;
  const end = message.indexOf('::', 2);
  if (end < 0) return null;
  const [name, rest] = splitOnce(message.slice(2, end), ' ');
  if (!known(name)) return null;
  return {
    name: name.toLowerCase(),
    properties: properties((rest ?? '').trim(), ',', V2_PROPERTY),
    data: unescape(message.slice(end + 2), V2_DATA),
  };
}

/** `##[name key=value;key=value]data`, anywhere in a line; only the first of a line counts. */
function parseV1(line: string, known: (name: string) => boolean): Command | null {
  const start = OLD_PREFIX.exec(line)?.index ?? -1;
  if (start < 0) return null;
  const end = line.indexOf(']', start);
  if (end < 0) return null;
  const [name, rest] = splitOnce(line.slice(start + 3, end), ' ');
  if (!known(name)) return null;
  return {
    name: name.toLowerCase(),
    properties: properties(rest ?? '', ';', V1),
    data: unescape(line.slice(end + 1), V1),
  };
}

/** Feeds on lines in the order they arrive, and knows when commands are stopped. */
export function commandReader(): (line: string) => Command | null {
  let stopped: string | null = null;
  const known = (name: string): boolean =>
    REGISTERED.has(name.toLowerCase()) || name.toLowerCase() === (stopped ?? STOP);
  return (line) => {
    const command = parseV2(line, known) ?? parseV1(line, known);
    if (command === null) return null;
    if (stopped !== null) {
      if (command.name === stopped) stopped = null;
      return null;
    }
    if (command.name !== STOP) return command;
    stopped = command.data.toLowerCase();
    return null;
  };
}

/** Every command that the runner would take from some output if nothing before it stopped commands. */
export function commandsIn(output: string): readonly string[] {
  const known = (name: string): boolean => REGISTERED.has(name.toLowerCase()) || name.toLowerCase() === STOP;
  const commands = splitLines(output).map((line) => parseV2(line, known) ?? parseV1(line, known));
  return commands.filter((command) => command !== null).map(({ name }) => name);
}

/** Splits as the runner's reader does: a lone carriage return ends a line, too. */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}
