import { type CalendarDate, daysBetween } from '../../platform/clock/calendar-date.js';
import { formatDateLongDanish } from '../../platform/clock/danish-format.js';
import { dateAt } from '../../platform/clock/zone.js';
import type { ReferralState } from '../../referrals/referral-states.js';
import type { ListedReferral, ReferralList } from '../../reports/referrals/referral-list.js';
import { capital } from '../words/capital.js';
import { fromToday } from '../words/dates.js';
import { referralBadge } from '../words/referral-words.js';
import type { Badge } from '../words/youth-words.js';

export interface CardView {
  readonly id: string;
  readonly who: string;
  readonly href: string;
  readonly type: string;
  /** Who asks; null for the reader. */
  readonly from: string | null;
  readonly since: string;
  readonly deadline: { readonly text: string; readonly overdue: boolean } | null;
  readonly marks: ReadonlyArray<{ readonly text: string; readonly tone: Badge['tone'] }>;
  /** The one next step. */
  readonly step: { readonly href: string; readonly text: string; readonly first: boolean } | null;
}

export interface GroupView {
  readonly id: string;
  readonly heading: string;
  readonly empty: string;
  readonly cards: readonly CardView[];
}

export interface ReferralListView {
  readonly heading: string;
  readonly lead: string;
  /** What waits for the reader's judgement, and for others; null for those who do not triage. */
  readonly triage: readonly GroupView[] | null;
  /** By what is to be done; null for those who do not ask for K-møder. */
  readonly own: readonly GroupView[] | null;
  /** Those that have a time: nothing is to be done about them here. */
  readonly booked: GroupView | null;
  readonly unit: GroupView | null;
  readonly more: boolean;
}

const TRIAGE: ReadonlyArray<{ readonly state: ReferralState; readonly heading: string; readonly empty: string }> = [
  { state: 'submitted', heading: 'Til vurdering', empty: 'Intet venter på vurdering.' },
  { state: 'accepted', heading: 'Godkendt, mangler tid', empty: 'Alle godkendte har fået en tid.' },
  { state: 'returned', heading: 'Sendt tilbage', empty: 'Intet er sendt tilbage.' },
];

const OWN: ReadonlyArray<Omit<GroupView, 'cards'> & { readonly states: readonly ReferralState[] }> = [
  { id: 'dine', heading: 'Dine, som du skal gøre noget ved', empty: 'Ingen af dine anmodninger venter på dig.', states: ['draft', 'returned', 'accepted'] },
  { id: 'venter', heading: 'Dine, som K-mødesekretæren vurderer', empty: '', states: ['submitted'] },
  { id: 'har-tid', heading: 'Dine, som har en tid', empty: '', states: ['booked'] },
];

/** The referrals of those who triage, the own ones with the next step of each, and those of the unit. */
export function referralListView(list: ReferralList, today: CalendarDate): ReferralListView {
  const { lines, triages, raises, more } = list;
  const cards = (fits: (line: ListedReferral) => boolean): CardView[] => lines.filter(fits).map((line) => cardView(line, today, triages));
  const waiting = lines.filter(({ line }) => line.state === 'submitted').length;
  const own = OWN.map(({ states, ...group }) => ({ ...group, cards: cards(({ mine, line }) => mine && states.includes(line.state)) }));
  const unit = { id: 'andres', heading: 'Andres, som du kan se', empty: 'Der er ingen andre.', cards: cards(({ mine }) => !mine) };
  return {
    heading: triages ? 'Til vurdering' : 'Anmodninger om K-møde',
    lead: triages ? `${waiting === 0 ? 'Intet' : waiting === 1 ? '1 anmodning' : `${waiting} anmodninger`} venter på vurdering.` : 'Her ser du, hvor dine anmodninger står, og hvad du skal gøre.',
    triage: triages ? TRIAGE.map(({ state, heading, empty }) => ({ id: state, heading, empty, cards: cards(({ line }) => line.state === state) })) : null,
    booked: triages ? { id: 'booked', heading: 'Har en tid', empty: 'Ingen har en tid endnu.', cards: cards(({ line }) => line.state === 'booked') } : null,
    own: raises ? own.filter(({ id, cards: found }) => id === OWN[0]?.id || found.length > 0) : null, unit: raises && unit.cards.length > 0 ? unit : null, more,
  };
}

function cardView({ line, deadline, mine }: ListedReferral, today: CalendarDate, triages: boolean): CardView {
  const { id, youth, anonymous, typeLabel, author, department } = line;
  return {
    id, who: youth?.name ?? (anonymous ? 'Uden navn' : 'Navn vises ikke for dig'), href: `/anmodninger/${id}`, type: capital(typeLabel),
    from: mine ? null : `${author.name}, ${department.name}`, since: sinceText(line, today), deadline: deadlineText(deadline, today),
    marks: marksOf(line, mine), step: stepOf(line, mine, triages),
  };
}

function sinceText({ state, submittedAt, createdAt, returnOn }: ListedReferral['line'], today: CalendarDate): string {
  if (state === 'returned' && returnOn !== null) return `Kan sendes igen ${formatDateLongDanish(returnOn)} (${fromToday(returnOn, today)})`;
  const since = dateAt(state === 'draft' || submittedAt === null ? createdAt : submittedAt);
  const days = daysBetween(since, today);
  const age = days === 0 ? 'i dag' : days === 1 ? '1 dag gammel' : `${days} dage gammel`;
  return `${state === 'draft' ? 'Begyndt' : 'Sendt'} ${formatDateLongDanish(since)}, ${age}`;
}

function deadlineText(deadline: ListedReferral['deadline'], today: CalendarDate): CardView['deadline'] {
  if (deadline === null) return null;
  const { ahead, overdueSince } = deadline;
  if (overdueSince !== null) return { text: `Frist ${formatDateLongDanish(overdueSince)}, overskredet`, overdue: true };
  return ahead === null ? null : { text: `Frist ${formatDateLongDanish(ahead)} (${fromToday(ahead, today)})`, overdue: false };
}

function marksOf({ urgentReason, queueFirst, withoutYouthReason, state }: ListedReferral['line'], mine: boolean): CardView['marks'] {
  return [
    ...(urgentReason === null ? [] : [{ text: 'Haster', tone: 'error' as const }]),
    ...(queueFirst ? [{ text: 'Forrest: mistede sin tid', tone: 'warning' as const }] : []),
    ...(withoutYouthReason === null ? [] : [{ text: 'Uden den unge', tone: 'info' as const }]),
    ...(mine && (state === 'draft' || state === 'returned') ? [referralBadge(state)] : []),
  ];
}

function stepOf({ id, state }: ListedReferral['line'], mine: boolean, triages: boolean): CardView['step'] {
  if (state === 'submitted') return triages ? { href: `/anmodninger/${id}#vurdering`, text: 'Vurdér', first: true } : null;
  if (state === 'accepted') return { href: `/anmodninger/${id}/tid`, text: 'Find en tid', first: mine };
  if (state === 'booked') return { href: `/anmodninger/${id}/tid`, text: 'Se tiden', first: false };
  if (!mine) return null;
  return { href: `/anmodninger/${id}/ret`, text: state === 'draft' ? 'Skriv færdig og send' : 'Ret og send igen', first: true };
}
