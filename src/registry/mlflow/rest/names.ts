/**
 * A search filter that finds every version of a model. MLflow's filter strings have no escape: a name is put in the
 * quotes it does not contain. A name with both kinds is searched by `LIKE`, with the one-character wildcard for what
 * cannot be written; such a filter may find other names too, which the caller drops.
 */
export function nameFilter(name: string): string {
  if (!name.includes("'")) return `name='${name}'`;
  if (!name.includes('"')) return `name="${name}"`;
  return `name LIKE '${name.replace(/['"\\]/g, '_')}'`;
}

/** Highest version number first. */
export function byNumberDescending(a: string, b: string): number {
  const [left, right] = [BigInt(a), BigInt(b)];
  return left === right ? 0 : left < right ? 1 : -1;
}
