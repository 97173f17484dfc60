import type { Actor } from '../../platform/database/actor.js';
import { searchView } from './search.view.js';

const caseworker = { kind: 'staff', roles: ['caseworker'] } as unknown as Actor;
const admin = { kind: 'staff', roles: ['admin'] } as unknown as Actor;
const wordsFor = (text: string): string[] => searchView(caseworker, text, []).words.map(({ now }) => now);

describe('a search in words', () => {
  it.each([
    ['efterværn', 'Ungestøtte'], ['Overdragelsesmøde', 'K-møde, punkt om overgang'], ['ungekonference', 'K-møde, punkt om sparring'],
    ['tovholder', 'Koordinerende sagsbehandler'], ['§ 76 a', 'Opretholdt anbringelse'], ['eftervæ', 'Ungestøtte'], ['efterværnet', 'Ungestøtte'],
  ])('tells what %s is called now', (old, now) => expect(wordsFor(old)).toContain(now));

  it('finds nothing for a text that is too short, and says so', () => {
    expect(searchView(caseworker, 'e', null)).toMatchObject({ tooShort: true, words: [], places: [] });
    expect(searchView(caseworker, null, null)).toMatchObject({ tooShort: false, words: [], places: [] });
  });

  it('offers only pages of the reader', () => {
    expect(searchView(caseworker, 'gennemgang', []).places.map(({ href }) => href)).toEqual(['/unge/gennemgang']);
    expect(searchView(admin, 'gennemgang', []).places).toEqual([]);
  });
});
