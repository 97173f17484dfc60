import type { GuestKind } from '../../meetings/bookings/booking-guest.entity.js';
import type { ParticipantAnswer } from '../../meetings/bookings/booking-participant.entity.js';
import type { Badge } from './youth-words.js';

const ANSWERS: Readonly<Record<ParticipantAnswer, Badge>> = {
  accepted: { text: 'Kommer', tone: 'success' },
  declined: { text: 'Kan ikke', tone: 'error' },
  tentative: { text: 'Måske', tone: 'warning' },
};

const NO_ANSWER: Badge = { text: 'Har ikke svaret', tone: 'info' };

export const GUEST_KIND_LABELS: Readonly<Record<GuestKind, string>> = {
  youth: 'den unge', custody_holder: 'forældremyndighedsindehaver', network_person: 'fra netværket', companion: 'bisidder', external: 'gæst',
};

/** What somebody has said to an invitation. */
export function answerBadge(answer: ParticipantAnswer | null): Badge {
  return answer === null ? NO_ANSWER : ANSWERS[answer];
}

/** What the youth has said to time and people. */
export function youthAnswerText(answer: { readonly yes: boolean; readonly note: string | null } | null): string {
  if (answer === null) return 'Den unge er ikke spurgt om tid og deltagere endnu.';
  const said = answer.yes ? 'Den unge har sagt ja til tid og deltagere.' : 'Den unge har ikke sagt ja til tid og deltagere.';
  return answer.note === null ? said : `${said} »${answer.note}«`;
}
