import { itemWithPost } from '../../../../test/support/item-access.js';
import type { ProfessionalLine } from '../../../invitations/history/list-professionals.js';
import type { LetterLine } from '../../../letters/letters.js';
import type { MinutesCopyLine } from '../../../letters/minutes-copies/minutes-copies.js';
import { postView } from './post.view.js';
import type { PostToShow } from './read-post.js';

const AT = new Date('2026-12-09T08:00:00Z');
const waiting: LetterLine = {
  id: 'l1', kind: 'invitation', recipient: { kind: 'youth', name: 'Sofie Birkholt' }, startsAt: AT, endsAt: AT, outdated: false, createdAt: AT, handedOver: null,
};
const gone = { ...waiting, handedOver: { at: AT, by: 'Freja Holmgaard' } };
const copy: MinutesCopyLine = { id: 'm1', guest: { id: 'g1', name: 'Lone Friis', function: null }, basis: null, handedOver: null };
const unreached: ProfessionalLine = {
  id: 'g1', name: 'Lone Friis', function: null, email: 'lone@bosted.example', answer: null, colleagues: false, mail: { kind: 'request', state: 'failed', finishedAt: null },
};
const draw = (over: Partial<PostToShow>) =>
  postView({ item: itemWithPost(), professionals: [], invitations: [], letters: [], copies: [], network: [], consents: [], sendsMail: true, ...over });

it.each<[string, Partial<PostToShow>]>([
  ['Der er ikke mere at sende.', { letters: [gone, { ...waiting, outdated: true }] }],
  ['1 brev skal sendes med kommunens post.', { letters: [waiting, gone] }],
  ['2 breve og 1 referat skal sendes med kommunens post.', { letters: [waiting, waiting], copies: [copy] }],
  ['Der er ikke mere at sende.', { item: itemWithPost({}, { state: 'concluded' }), letters: [waiting] }],
  ['Der er ikke mere at sende. 1 mail kunne ikke leveres.', { professionals: [unreached] }],
])('the page begins with »%s«', (lead, over) => {
  expect(draw(over).lead).toBe(lead);
});

it('minutes are spoken of once the item is closed', () => {
  expect(draw({}).copies).toBeNull();
  expect(draw({ item: itemWithPost({}, { state: 'concluded' }) }).copies).toMatchObject({ copies: [] });
});
