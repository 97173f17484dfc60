import type { Cast } from './drive.js';

interface Proposal {
  readonly slotId: string;
  readonly date: string;
  readonly startsAt: string;
  readonly participantIds: readonly string[];
  readonly reasons: readonly string[];
}

export interface Booked {
  readonly id: string;
  readonly reference: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly participants: readonly { staffId: string; name: string }[];
  readonly guests: readonly { id: string; kind: string }[];
}

/** The caseworker asks for a transition item; the check says that it belongs. */
export async function raiseReferral({ caseworker }: Cast, youthId: string, say: (line: string) => void): Promise<string> {
  const referral = await caseworker.post<{ id: string; state: string }>('/referrals', {
    youthId, type: 'transition', purpose: 'coordinate', reason: 'Skal fra familieområdet til voksenområdet.',
    belongs: { needsSeveralAreas: true, betweenAuthorityAreas: true, supportAfter18: 'individual_support', cannotLiveAlone: true },
    youthWish: 'Jeg vil gerne bo selv.',
  });
  if (referral.state !== 'accepted') throw new Error(`the referral is ${referral.state}`);
  say('anmodning: hører til på K-mødet, kan bookes straks');
  return referral.id;
}

/** Takes the best proposed slot; the youth says yes. */
export async function bookItem({ caseworker }: Cast, referralId: string, say: (line: string) => void): Promise<Booked> {
  const { items } = await caseworker.get<{ items: Proposal[] }>(`/referrals/${referralId}/slot-proposals`);
  const best = items[0];
  if (best === undefined) throw new Error('no slot is proposed');
  say(`forslag: ${items.length} tider; den første er ${best.date}: ${best.reasons.join(' · ')}`);
  const { id } = await caseworker.post<{ id: string }>('/bookings', { referralId, slotId: best.slotId, participantIds: [] });
  await caseworker.post(`/bookings/${id}/youth-answer`, { yes: true, note: 'Det passer fint efter skole.' });
  const booking = await caseworker.get<Booked>(`/bookings/${id}`);
  say(`booket: punkt ${booking.reference}, ${booking.startsAt}, ${booking.participants.length} voksne`);
  return booking;
}

/** Fills the agenda: the youth's own words first, the three questions, the scale, and what the unit wants to add. */
export async function prepareItem({ caseworker }: Cast, bookingId: string, say: (line: string) => void): Promise<void> {
  const agenda = `/bookings/${bookingId}/agenda`;
  const statements = [
    { heading: 'own_words', voice: 'youth', text: 'Jeg vil gerne bo selv, men ikke langt fra min plejemor.' },
    { heading: 'working_well', voice: 'youth', text: 'Jeg kommer i skole hver dag.' },
    { heading: 'worries', voice: 'parent', voiceName: 'mor', text: 'Hvem hjælper med regninger og post?' },
    { heading: 'next_steps', voice: 'unit', text: 'Vi ser på to lejligheder sammen.' },
  ];
  for (const statement of statements) await caseworker.post(`${agenda}/statements`, statement);
  await caseworker.post(`${agenda}/ratings`, { voice: 'youth', value: 4, because: 'Jeg ved ikke, hvor jeg skal bo.', oneUp: 'En dato for at se en lejlighed.' });
  const seen = await caseworker.get<{ steps: { title: string; minutes: number }[] }>(agenda);
  say(`dagsorden: ${seen.steps.map((step) => `${step.title} ${step.minutes} min`).join(' · ')}`);
}
