import type { ChannelView } from '../../calendars/channel/open-ways.js';
import { subscriptionsView } from './subscriptions.view.js';

const NOT_SHARED = { state: 'none', host: null, lastReadAt: null, problem: null, message: null } as const;
const ways = (feed: ChannelView['ways']['feed'], caldav: ChannelView['ways']['caldav'] = 'none') => ({ feed, caldav });
const hints = (channel: Omit<ChannelView, 'worksAgain'>, sendsMail: boolean) =>
  subscriptionsView({ feeds: [], series: [], department: null, channel: { ...channel, worksAgain: null }, busy: NOT_SHARED, sendsMail }).channel.options.map(({ hint }) => hint);

describe('the ways into one’s calendar', () => {
  it('say what to do first where a way is shut', () => {
    const [mail, feed, shared] = hints({ channel: 'mail', open: ['mail'], ways: ways('none') }, true);
    expect(mail).toContain('Du svarer ja eller nej i din kalender');
    expect(feed).toContain('Opret først et abonnement på dine egne møder.');
    expect(shared).toContain('Din enhed har ingen fælles kalender.');
    expect(hints({ channel: 'feed', open: ['mail', 'feed'], ways: ways('open') }, true)[1]).not.toContain('Opret først');
  });

  it('say what becomes of meetings while a calendar gets nothing', () => {
    const feed = (state: ChannelView['ways']['feed'], channel: ChannelView['channel'] = 'mail', sendsMail = true) => hints({ channel, open: ['mail'], ways: ways(state) }, sendsMail)[1];
    expect(feed('waiting')).toContain('Indtil dit kalenderprogram har hentet kalenderen første gang, får du stadig mails.');
    expect(feed('waiting', 'caldav')).not.toContain('mails');
    expect(feed('waiting', 'mail', false)).not.toContain('mails');
    expect(feed('silent')).toContain('Dit kalenderprogram har ikke hentet kalenderen i 3 dage.');
    expect(feed('open')).toContain('Går det i stå i 3 dage, får du mails igen.');
    for (const state of ['waiting', 'silent'] as const) {
      expect(hints({ channel: 'mail', open: ['mail'], ways: ways('none', state) }, true)[2]).toContain('Den fælles kalender virker ikke lige nu.');
    }
  });

  it('promise no invitations by mail where there is no mail server', () => {
    expect(hints({ channel: 'mail', open: ['mail'], ways: ways('none') }, false)[0]).toBe(
      'Kommunen har ikke sat en mailserver op, så der kommer ingen indkaldelser. Vælg en anden vej, så møderne kommer i din kalender.');
  });
});
