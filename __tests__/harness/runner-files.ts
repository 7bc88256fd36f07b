/** A cursor over lines as the runner reads its files on Linux: only `\n` ends a line. */
function lineReader(text: string): { next: () => { line: string; start: number; end: number } | null } {
  let index = 0;
  return {
    next: () => {
      if (index >= text.length) return null;
      const start = index;
      const lf = text.indexOf('\n', start);
      const end = lf < 0 ? text.length : lf;
      index = lf < 0 ? text.length : lf + 1;
      return { line: text.slice(start, end), start, end };
    },
  };
}

/**
 * The pairs in a GITHUB_OUTPUT, GITHUB_ENV or GITHUB_STATE file by the runner's rules (actions/runner,
 * FileCommandManager): whichever of `=` and `<<` comes first decides; a heredoc runs to a line equal to its delimiter.
 * A later pair of the same name replaces the earlier one.
 * @throws where the runner fails the step.
 */
export function parseFileCommands(text: string): Record<string, string> {
  const lines = lineReader(text);
  const result: Record<string, string> = {};
  for (let row = lines.next(); row !== null; row = lines.next()) {
    const { line } = row;
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (heredoc >= 0 && (equals < 0 || heredoc < equals)) {
      const delimiter = line.slice(heredoc + 2);
      if (heredoc === 0 || delimiter === '') {
        throw new Error(`Invalid format '${line}'. Name must not be empty and delimiter must not be empty`);
      }
      result[line.slice(0, heredoc)] = heredocValue(text, lines, delimiter);
    } else if (equals > 0) {
      result[line.slice(0, equals)] = line.slice(equals + 1);
    } else {
      throw new Error(`Invalid format '${line}'`);
    }
  }
  return result;
}

function heredocValue(text: string, lines: ReturnType<typeof lineReader>, delimiter: string): string {
  let start: number | null = null;
  let end = 0;
  for (;;) {
    const row = lines.next();
    if (row === null) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
    start ??= row.start;
    if (row.line === delimiter) return end > start ? text.slice(start, end) : '';
    end = row.end;
  }
}
