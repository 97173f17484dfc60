import { itemWithPost } from '../../../../test/support/item-access.js';
import type { ProfessionalLine } from '../../../invitations/history/list-professionals.js';
import type { NetworkLine } from '../../../youths/network/network.js';
import { peopleOutsideView } from './people-outside.view.js';

const person = (mail: ProfessionalLine['mail'] = null, over: Partial<ProfessionalLine> = {}): ProfessionalLine =>
  ({ id: 'g1', name: 'Mikkel Sandø', function: 'støtteperson', email: 'mikkel@bosted.example', answer: null, colleagues: false, mail, ...over });
const about = { item: itemWithPost(), professionals: [person()], invitations: [], network: [], sendsMail: true };
const mailOf = (mail: ProfessionalLine['mail'], sendsMail = true) => peopleOutsideView({ ...about, professionals: [person(mail)], sendsMail }).people[0]?.mail;

describe('guests from outside in words', () => {
  it('are named with what they are for the youth, and what they have answered', () => {
    expect(peopleOutsideView(about).people).toEqual([{
      id: 'g1', name: 'Mikkel Sandø', facts: 'støtteperson · mikkel@bosted.example', answer: { text: 'Har ikke svaret', tone: 'info' },
      mail: 'Der er ikke sendt nogen mail endnu.', undelivered: null,
    }]);
    expect(
      peopleOutsideView({ ...about, professionals: [person(null, { function: null, answer: 'declined' })] }).people,
    ).toMatchObject([{ facts: 'mikkel@bosted.example', answer: { text: 'Kan ikke' } }]);
  });

  it.each([
    [{ kind: 'request' as const, state: 'pending' as const, finishedAt: null }, 'Invitation på mail: venter på at blive sendt.'],
    [{ kind: 'request' as const, state: 'sent' as const, finishedAt: '2026-11-24T08:00:00Z' }, 'Invitation på mail: sendt 24. november 2026.'],
    [{ kind: 'request' as const, state: 'failed' as const, finishedAt: '2026-11-24T08:00:00Z' }, 'Invitation på mail: kunne ikke leveres.'],
    [{ kind: 'cancel' as const, state: 'sent' as const, finishedAt: '2026-11-24T08:00:00Z' }, 'Afmelding på mail: sendt 24. november 2026.'],
  ])('%j is said as »%s«', (mail, words) => {
    expect(mailOf(mail)).toBe(words);
  });

  it('a mail that did not arrive is pointed out', () => {
    const noteOn = (sendsMail: boolean) => peopleOutsideView({
      ...about, professionals: [person({ kind: 'request', state: 'failed', finishedAt: null })], sendsMail,
    }).people[0]?.undelivered;
    expect(noteOn(true)).toBe('Mailen nåede ikke frem. Ring til personen. Eller fjern og invitér igen med den rigtige mailadresse.');
    expect(noteOn(false)).toBe('Mailen nåede ikke frem. Ring til personen.');
  });

  it('one with a colleague’s address is told to get no mail, also where an earlier one did not arrive', () => {
    const view = peopleOutsideView({ ...about, professionals: [person({ kind: 'request', state: 'failed', finishedAt: null }, { colleagues: true })] });
    expect(view.people).toMatchObject([{ mail: 'Mailadressen er en kollegas, som deltager og selv bliver indkaldt. Derfor kommer der ingen mail til gæsten.', undelivered: null }]);
  });

  it('without a mail server no words promise a mail; what has gone before is still told', () => {
    const view = peopleOutsideView({ ...about, sendsMail: false });
    expect(view.noMail).toContain('Overgang sender ikke mail');
    expect(view.words.invite).toMatchObject({ submit: 'Sæt på punktet', about: expect.stringContaining('Fortæl selv personen') as string });
    expect(view.words.remove.about).not.toContain('får en afmelding');
    expect(mailOf(null, false)).toBe('Der er ikke sendt nogen mail.');
    expect(mailOf({ kind: 'request', state: 'sent', finishedAt: '2026-11-24T08:00:00Z' }, false)).toBe('Invitation på mail: sendt 24. november 2026.');
    expect(peopleOutsideView(about)).toMatchObject({ noMail: null, words: { invite: { submit: 'Send invitationen' } } });
  });

  it('are changed only by those who handle the item, and only before the meeting', () => {
    const changes = (item: ReturnType<typeof itemWithPost>) => peopleOutsideView({ ...about, item, sendsMail: false });
    expect(changes(itemWithPost({ handles: false })).changes).toBe(false);
    expect(changes(itemWithPost({}, { state: 'concluded' }))).toMatchObject({ changes: false, noMail: null });
  });

  it('offer the professionals of the network, and say where an address is missing', () => {
    const ofNetwork = (over: Partial<NetworkLine>) => ({
      id: 'n1', kind: 'professional', name: 'Tanja', relation: 'klasselærer', email: 'tanja@skole.example', ...over,
    }) as NetworkLine;
    expect(peopleOutsideView({ ...about, network: [ofNetwork({}), ofNetwork({ id: 'n2', email: null }), ofNetwork({ id: 'n3', kind: 'private' })] }).network).toEqual([
      { value: 'n1', label: 'Tanja, klasselærer' }, { value: 'n2', label: 'Tanja, klasselærer (e-mail mangler)' },
    ]);
  });
});
