import { sourceFiles } from '../../../../test/support/source-files.js';
import { messageWords, scheduleWords } from './job-words.data.js';

const namesIn = (pattern: RegExp): string[] =>
  sourceFiles('src').filter(({ path }) => !path.endsWith('.spec.ts')).flatMap(({ text }) => [...text.matchAll(pattern)].map(([, name]) => name ?? ''));

describe('the words of the job monitor', () => {
  it('has words for every message', () => {
    const kinds = namesIn(/\bdefineMessage(?:<[^(]*>)?\(\s*'([^']+)'/g);
    expect(kinds.length).toBeGreaterThan(10);
    expect(kinds.filter((kind) => messageWords(kind) === kind)).toEqual([]);
  });

  it('has words for every schedule', () => {
    const names = namesIn(/@Scheduled\(\{\s*name: '([^']+)'/g);
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => scheduleWords(name) === name)).toEqual([]);
  });
});
