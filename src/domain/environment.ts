/** The variables of the process, passed in. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable without white space around it; null when it is unset or blank: empty means none. */
export function given(env: Environment, name: string): string | null {
  const value = env[name]?.trim() ?? '';
  return value === '' ? null : value;
}
