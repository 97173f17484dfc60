import type { BasisLine } from '../../agendas/sharing-bases/sharing-bases.js';
import type { DeadlineLine } from '../../deadlines/lists/deadline-line.js';
import type { ConsentState } from '../../youths/consents/consent.entity.js';
import type { NetworkKind } from '../../youths/network/network-person.entity.js';

/** A word with the tone its badge has; the word says it all, the tone only helps the eye. */
export interface Badge {
  readonly text: string;
  readonly tone: 'success' | 'warning' | 'error' | 'info';
}

const CONSENT_STATES: Readonly<Record<ConsentState, Badge>> = {
  active: { text: 'Gælder', tone: 'success' },
  not_yet: { text: 'Gælder ikke endnu', tone: 'info' },
  expired: { text: 'Udløbet', tone: 'warning' },
  withdrawn: { text: 'Trukket tilbage', tone: 'error' },
};

export const NETWORK_KIND_LABELS: Readonly<Record<NetworkKind, string>> = { private: 'Privat', professional: 'Professionel' };

/** How close somebody on the network map is; 1 is the inner ring. */
export const CLOSENESS_LABELS: Readonly<Record<number, string>> = { 1: 'helt tæt på', 2: 'tæt på', 3: 'længere væk' };

/** Where a deadline stands. A superseded one has been replaced by another and is not shown. */
export function deadlineBadge(line: Pick<DeadlineLine, 'state' | 'overdue' | 'late'>): Badge {
  if (line.state === 'met') return { text: 'Klaret', tone: 'success' };
  if (line.state === 'waived') return { text: 'Ikke relevant', tone: 'info' };
  if (line.state === 'historic') return { text: 'Før vi kendte den unge', tone: 'info' };
  if (line.state === 'superseded') return { text: 'Erstattet', tone: 'info' };
  if (line.late) return { text: 'For sent', tone: 'error' };
  return line.overdue ? { text: 'Overskredet', tone: 'warning' } : { text: 'Åben', tone: 'info' };
}

/** Whether a consent counts today. */
export function consentBadge(state: ConsentState): Badge {
  return CONSENT_STATES[state];
}

/** Whether an area may hear the item. */
export function basisBadge(line: Pick<BasisLine, 'valid' | 'act' | 'consent'>): Badge {
  if (line.valid) return { text: 'Grundlag er på plads', tone: 'success' };
  if (line.consent === null) return { text: 'Grundlag mangler', tone: 'error' };
  return { text: line.consent.stateOnTheDay === 'active' ? 'Samtykket gælder ikke en enhed i området' : 'Samtykket gælder ikke på dagen', tone: 'error' };
}
