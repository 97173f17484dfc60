import { namesSomebody } from './names-somebody.js';

describe('a text that is to be anonymous', () => {
  const tobias = ['Tobias', 'Kjærby'];

  it.each(['Skal Tobias have bostøtte?', 'kjærbys sag', "Tobias' mentor", 'om 010203-1234', 'om 6102031234'])('gives somebody away: %s', (text) => {
    expect(namesSomebody(text, tobias)).toBe(true);
  });

  it.each(['Bostøtte eller mentor efter § 85?', 'Hvem betaler 25.000 kr. i 2027?', 'Journal 123456789012'])('is safe: %s', (text) => {
    expect(namesSomebody(text, tobias)).toBe(false);
  });
});
