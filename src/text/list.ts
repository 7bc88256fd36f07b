/** Labels one after the other, at most `most` of them: `a, b and 3 more`. */
export function listed(labels: readonly string[], most: number): string {
  const more = labels.length > most ? ` and ${labels.length - most} more` : '';
  return `${labels.slice(0, most).join(', ')}${more}`;
}
