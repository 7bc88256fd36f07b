import { describe, expect, it } from '@jest/globals';
import { createScrub, excerpt, safeUrl } from '../../src/net/redact.js';

describe('safeUrl', () => {
  it.each([
    ['https://u:p@host:8443/a/b/?token=x#y', 'https://host:8443/a/b'],
    ['http://host', 'http://host'],
    ['http://host/', 'http://host'],
  ])('%s → %s', (url, expected) => {
    expect(safeUrl(url)).toBe(expected);
  });
});

describe('excerpt', () => {
  it('is one short line without control characters', () => {
    expect(excerpt(' a\r\n\u001b[31m b\u202e ')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(Array.from(excerpt('😀'.repeat(5000)))).toHaveLength(300);
    expect(excerpt('short')).toBe('short');
  });

  it('keeps the words of a page', () => {
    const page =
      '<!doctype html><title>Sign in</title><script>var a = "<p>"</script><p class=x>Please <b>wait</b>';
    expect(excerpt(page)).toBe('Sign in Please wait');
    expect(excerpt('a < b and <c>')).toBe('a < b and <c>');
  });
});

describe('createScrub', () => {
  it.each(['p&ss"w<o>rd\'x', 'plain', 'a\\b\nc', 'ä/ö+ü'])('%s is found in every form', (secret) => {
    const scrub = createScrub([secret, '']);
    const html = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const forms = [
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret),
      html.replaceAll('"', '&quot;').replaceAll("'", '&#x27;'),
      html.replaceAll('"', '&#34;').replaceAll("'", '&#39;'),
    ];
    for (const form of forms) expect(scrub(`before ${form} after`)).toMatch(/^before "?\*{3}"? after$/);
  });

  it('takes the longer secret first', () => {
    expect(createScrub(['abc', 'abcdef'])('x abcdef abc')).toBe('x *** ***');
  });
});
