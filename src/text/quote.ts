/** A name as a message quotes it: in double quotes, as JSON and YAML read them, cut to `max` characters. */
export function quote(name: string, max = Infinity): string {
  return JSON.stringify(name.length > max ? `${name.slice(0, max)}…` : name);
}
