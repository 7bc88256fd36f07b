import { describe, expect, it } from '@jest/globals';
import { takeTurns } from '../../src/net/turns.js';

/** Work that ends when it is told to. */
function works(count: number) {
  const doors = Array.from({ length: count }, () => Promise.withResolvers<number>());
  return { doors, settle: () => new Promise((resolve) => setImmediate(resolve)) };
}

describe('turns', () => {
  it('let so many be under way, and the others in order', async () => {
    const { doors, settle } = works(5);
    const turns = takeTurns(2);
    const begun: number[] = [];
    const all = doors.map((door, at) =>
      turns(() => {
        begun.push(at);
        return door.promise;
      }),
    );
    await settle();
    expect(begun).toEqual([0, 1]);
    doors[1]?.resolve(1);
    await settle();
    expect(begun).toEqual([0, 1, 2]);
    for (const [at, door] of doors.entries()) door.resolve(at);
    expect(await Promise.all(all)).toEqual([0, 1, 2, 3, 4]);
    expect(begun).toEqual([0, 1, 2, 3, 4]);
  });

  it('go on after work that failed', async () => {
    const turns = takeTurns(1);
    const failed = turns(() => Promise.reject(new Error('no')));
    const next = turns(() => Promise.resolve('yes'));
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('yes');
    expect(await turns(() => Promise.resolve('again'))).toBe('again');
  });
});
