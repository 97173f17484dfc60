import { heldLetter, letterDue, type LetterSubstance } from './letter-due.js';

const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 11, day, hour));
const NOW = at(1);
const meeting = (day: number, kind: LetterSubstance['kind'] = 'invitation'): LetterSubstance => ({ kind, startsAt: at(day), endsAt: at(day, 10), room: 'Møllestuen' });

describe('the letter that a recipient is to have', () => {
  it.each<[string, LetterSubstance | undefined, LetterSubstance | null, LetterSubstance | null]>([
    ['an invitation, for whoever comes', undefined, meeting(9), meeting(9)],
    ['an invitation, for whoever holds one to another time', meeting(2), meeting(9), meeting(9)],
    ['none, for whoever does not come and holds none', undefined, null, null],
    ['a cancellation of the time that they know, for whoever does not come', meeting(2), null, meeting(2, 'cancellation')],
    ['the cancellation that they hold', meeting(2, 'cancellation'), null, meeting(2, 'cancellation')],
    ['none about a time that has passed', { ...meeting(1), startsAt: at(1, 8), endsAt: NOW }, null, null],
  ])('is %s', (_, held, invitation, due) => {
    expect(letterDue(held, invitation, NOW)).toEqual(due);
  });

  it('the one that they hold is the last that was handed over, whatever was written since', () => {
    const [first, second, written] = [{ id: 1, handedOverAt: at(1) }, { id: 2, handedOverAt: at(2) }, { id: 3, handedOverAt: null }];
    expect(heldLetter([written, second, first])).toBe(second);
    expect(heldLetter([written])).toBeUndefined();
  });
});
