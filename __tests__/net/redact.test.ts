import { describe, expect, it } from '@jest/globals';
import { excerpt, safeUrl } from '../../src/net/redact.js';

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
