import { resealWords } from './reseal-words.js';

const nothing = { resealed: 0, broken: [], count: { newest: 4, older: 0, lost: 0 } };

describe('what is said when values were sealed anew', () => {
  it('lets the older keys go when nothing needs them', () => {
    const { done, lines } = resealWords({ ...nothing, resealed: 4 }, 2);
    expect(done).toBe(true);
    expect(lines.join('\n')).toMatch(/^Krypteret igen: 4\. .*må de ældre fjernes fra CPR_KEY/s);
  });

  it('keeps every key while a row is left, was changed, or lacks its key', () => {
    const cases = [
      [{ ...nothing, count: { newest: 4, older: 1, lost: 0 } }, 'Fjern ingen nøgle før'],
      [{ ...nothing, broken: ['youth 0190'], count: { newest: 4, older: 1, lost: 0 } }, 'Kan ikke åbnes, selv om nøglen er der: 1'],
      [{ ...nothing, count: { newest: 4, older: 0, lost: 2 } }, 'Sæt den manglende nøgle tilbage'],
    ] as const;
    for (const [report, words] of cases) {
      const { done, lines } = resealWords(report, 2);
      expect(done).toBe(false);
      expect(lines.join('\n')).toContain(words);
      expect(lines.join('\n')).not.toContain('må de ældre fjernes');
    }
  });

  it('has no older keys to speak of where there is one', () => {
    expect(resealWords(nothing, 1)).toMatchObject({ done: true, lines: [expect.any(String), expect.stringContaining('kun én nøgle')] });
  });
});
