import { newSubscriptionView } from './new-subscription.view.js';

describe('a new subscription', () => {
  it('says until when its address can be seen', () => {
    const shown = { url: 'https://overgang.example/k/x/kalender.ics', until: new Date('2026-12-09T08:55:00Z') };
    expect(newSubscriptionView({ scope: 'mine', shown })).toEqual({
      own: true, url: shown.url, heading: 'Dit abonnement er klar', lead: 'Kopiér adressen nu. Den kan ses her til kl. 9.55 og bliver så ikke vist igen.',
    });
  });

  it('says what to do when its address can no longer be seen', () => {
    expect(newSubscriptionView({ scope: 'series', shown: null })).toMatchObject({
      own: false, url: null, lead: expect.stringContaining('Ellers luk abonnementet, og lav et nyt.') as unknown,
    });
  });
});
