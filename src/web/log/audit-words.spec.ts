import { sourceFiles } from '../../../test/support/source-files.js';
import { auditActionWords, groundWords } from './audit-words.data.js';

describe('the words of the log', () => {
  it('has words for every action that the code writes', () => {
    const written = sourceFiles('src').filter(({ text }) => /audit/i.test(text)).flatMap(({ text }) => [...text.matchAll(/\.audit\(\s*'([a-z_]+\.[a-z_]+)'/g)].map(([, action]) => action ?? ''));
    expect(written.length).toBeGreaterThan(60);
    expect([...new Set(written)].filter((action) => auditActionWords(action) === null)).toEqual([]);
  });

  it('has words for every ground that the code gives', () => {
    const given = sourceFiles('src').flatMap(({ text }) => [...text.matchAll(/\bground: (?:[\w?.]+ \?\? )?'([a-z_]+)'/g)].map(([, ground]) => ground ?? ''));
    expect(new Set(given).size).toBeGreaterThan(12);
    expect([...new Set(given)].filter((ground) => groundWords(ground) === ground)).toEqual([]);
  });

  it('says what was touched and what was done', () => {
    expect(auditActionWords('youth.opened')).toBe('Ung: åbnet');
    expect(auditActionWords('noget.andet')).toBeNull();
    expect(groundWords('open_measure')).toBe('Enheden har en indsats');
    expect(groundWords(null)).toBe('');
  });
});
