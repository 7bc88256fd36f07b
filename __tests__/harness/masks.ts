/** The three ways base64 may carry a text in the middle of something longer, without the unsettled ends. */
function base64Forms(secret: string): string[] {
  return [0, 1, 2].map((shift) => {
    const whole = Buffer.from(`${'\0'.repeat(shift)}${secret}`)
      .toString('base64')
      .replace(/=+$/, '');
    const settled = whole.length - ((Buffer.byteLength(secret) + shift) % 3 === 0 ? 0 : 1);
    return whole.slice(shift === 0 ? 0 : shift + 1, settled);
  });
}

/** The forms under which a runner also hides a registered secret. */
export function disguises(secret: string): string[] {
  const forms = [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    ...base64Forms(secret),
  ];
  return [...new Set(forms)].filter((form) => form.length > 0).sort((a, b) => b.length - a.length);
}

/** A mask of several lines hides the whole and every line of it. */
export function maskLines(value: string): string[] {
  return [value, ...value.split(/\r\n|\n|\r/)].filter((part) => part.trim() !== '');
}

/** The text with every registered secret hidden as the runner hides it. */
export function mask(text: string, secrets: readonly string[]): string {
  return secrets.flatMap(disguises).reduce((rest, form) => rest.replaceAll(form, '***'), text);
}
