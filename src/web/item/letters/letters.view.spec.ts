import type { LetterLine } from '../../../letters/letters.js';
import { itemWithPost } from '../../../../test/support/item-access.js';
import { lettersView } from './letters.view.js';

const letter = (over: Partial<LetterLine> = {}): LetterLine => ({
  id: 'l1', kind: 'invitation', recipient: { kind: 'youth', name: 'Sofie Birkholt' }, startsAt: new Date('2026-12-09T08:00:00Z'), endsAt: new Date('2026-12-09T08:40:00Z'),
  outdated: false, createdAt: new Date('2026-11-23T08:00:00Z'), handedOver: null, ...over,
});
const SENT = { at: new Date('2026-11-24T08:00:00Z'), by: 'Freja Holmgaard' };
const draw = (letters: LetterLine[], item = itemWithPost()) => lettersView({ item, letters });

describe('the letters of an item in words', () => {
  it('one that waits is to be sent; one that has gone says when and by whom, and can be taken back', () => {
    expect(draw([letter()]).current).toEqual([{
      id: 'l1', title: 'Invitation til Sofie Birkholt (den unge)', badge: { text: 'Ikke sendt', tone: 'warning' }, facts: 'Mødet onsdag 9. december 2026 kl. 9.00', note: null,
      at: '/punkter/p1/breve/brev/l1', mark: 'send',
    }]);
    expect(draw([letter({ handedOver: SENT })]).current).toMatchObject([
      { badge: { text: 'Sendt' }, facts: 'Mødet onsdag 9. december 2026 kl. 9.00 · Sendt 24. november 2026 af Freja Holmgaard', mark: 'undo' },
    ]);
  });

  it('whoever does not handle the item marks nothing', () => {
    expect(draw([letter(), letter({ handedOver: SENT })], itemWithPost({ handles: false })).current.map(({ mark }) => mark)).toEqual([null, null]);
  });

  it('a new letter is urged only on those who hold the old one', () => {
    const [youth, mother] = [{ kind: 'youth', name: 'Sofie Birkholt' }, { kind: 'custody_holder', name: 'Dorthe Birkholt' }] as const;
    const view = draw([
      letter(), letter({ recipient: mother }), letter({ id: 'old', outdated: true, handedOver: SENT, recipient: youth }),
      letter({ id: 'never', outdated: true, recipient: mother }),
    ]);
    expect(view.current.map(({ note }) => note)).toEqual(['Mødet er ændret, efter at modtageren fik brev. Send det nye brev.', null]);
    expect(view.earlier.map(({ id, badge, mark }) => [id, badge.text, mark])).toEqual([['old', 'Sendt, gælder ikke mere', null], ['never', 'Erstattet, før det blev sendt', null]]);
  });

  it('a cancellation says that the recipient has an invitation that does not hold any more', () => {
    const view = draw([letter({ kind: 'cancellation' }), letter({ id: 'old', outdated: true, handedOver: SENT })]);
    expect(view.current).toMatchObject([{
      title: 'Besked om aflysning til Sofie Birkholt (den unge)', note: 'Modtageren har fået en invitation, der ikke gælder mere. Send beskeden.',
    }]);
  });

  it('one that did not go before the meeting is not to be sent any more, but can still be marked', () => {
    for (const state of ['held', 'concluded'] as const) {
      expect(draw([letter()], itemWithPost({}, { state })).current).toMatchObject([{ badge: { text: 'Ikke markeret som sendt før mødet' }, mark: 'send' }]);
    }
    const view = draw([letter(), letter({ id: 'old', outdated: true, handedOver: SENT })], itemWithPost({}, { state: 'concluded' }));
    expect(view.current.map(({ note }) => note)).toEqual([null]);
  });

  it('none: they are being written where the family comes to a booked item, and else there are none to send', () => {
    const family = [{ id: 'g1', kind: 'youth' as const, name: 'Sofie', function: null, answer: null }];
    expect(draw([], itemWithPost({}, { guests: family })).empty).toBe('Brevene er ved at blive skrevet. Hent siden igen om lidt.');
    for (const over of [{ guests: [] }, { guests: family, state: 'concluded' as const }, { guests: family, youth: null }]) {
      expect(draw([], itemWithPost({}, over)).empty).toBe('Der er ingen breve at sende om punktet.');
    }
  });
});
