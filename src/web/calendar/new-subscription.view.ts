import type { NewFeed } from '../../calendars/address/feed-addresses.js';
import { formatTimeDanish } from '../../platform/clock/danish-format.js';

export interface NewSubscriptionView {
  readonly heading: string;
  readonly lead: string;
  /** Null when it is no longer shown. */
  readonly url: string | null;
  /** Whether one's meetings come into this calendar. */
  readonly own: boolean;
}

/** A new subscription with its address, or what to do when that can no longer be seen. */
export function newSubscriptionView({ scope, shown }: NewFeed): NewSubscriptionView {
  const own = scope === 'mine';
  if (shown !== null) {
    return {
      own, url: shown.url, heading: 'Dit abonnement er klar', lead: `Kopiér adressen nu. Den kan ses her til kl. ${formatTimeDanish(shown.until)} og bliver så ikke vist igen.`,
    };
  }
  return {
    own, url: null, heading: 'Adressen kan ikke ses mere',
    lead: 'Har dit kalenderprogram fået adressen, skal du ikke gøre mere. Ellers luk abonnementet, og lav et nyt.',
  };
}
