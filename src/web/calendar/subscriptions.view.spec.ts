import type { ChannelView } from '../../calendars/channel/open-ways.js';
import { subscriptionsView } from './subscriptions.view.js';

const NOT_SHARED = { state: 'none', host: null, lastReadAt: null, problem: null, message: null } as const;
const hints = (channel: ChannelView, sendsMail: boolean) =>
  subscriptionsView({ feeds: [], series: [], department: null, channel, busy: NOT_SHARED, sendsMail }).channel.options.map(({ hint }) => hint);

describe('the ways into one’s calendar', () => {
  it('say what to do first where a way is shut', () => {
    const [mail, feed, shared] = hints({ channel: 'mail', open: ['mail'] }, true);
    expect(mail).toContain('Du svarer ja eller nej i din kalender');
    expect(feed).toContain('Opret først et abonnement på dine egne møder.');
    expect(shared).toContain('Din enhed har ingen fælles kalender.');
    expect(hints({ channel: 'feed', open: ['mail', 'feed'] }, true)[1]).not.toContain('Opret først');
  });

  it('promise no invitations by mail where there is no mail server', () => {
    expect(hints({ channel: 'mail', open: ['mail'] }, false)[0]).toBe(
      'Kommunen har ikke sat en mailserver op, så der kommer ingen indkaldelser. Vælg en anden vej, så møderne kommer i din kalender.');
  });
});
