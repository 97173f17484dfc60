import { formatDateLongDanish, formatTimeDanish } from '../../platform/clock/danish-format.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { dateAt } from '../../platform/clock/zone.js';
import type { Actor } from '../../platform/database/actor.js';
import { allowedVerbs } from '../../referrals/allowed-verbs.js';
import { type BelongsAnswers, BELONGS_QUESTIONS, SUPPORT_LEVEL_LABELS } from '../../referrals/belongs/belongs-answers.js';
import type { BelongsFinding } from '../../referrals/belongs/belongs.js';
import type { ReferralView as Read } from '../../referrals/reading/read-referral.js';
import { PURPOSE_LABELS, URGENT_REASON_LABELS, WITHOUT_YOUTH_REASON_LABELS } from '../../referrals/types/referral-codes.js';
import { capital } from '../words/capital.js';
import { areaName } from '../words/codes.js';
import { OUTCOME_SENTENCES, referralBadge } from '../words/referral-words.js';
import type { Badge } from '../words/youth-words.js';

export interface ReferralPageView {
  readonly at: string;
  readonly who: string;
  readonly whoHref: string | null;
  readonly badge: Badge;
  readonly urgent: boolean;
  readonly facts: ReadonlyArray<{ readonly label: string; readonly text: string }>;
  readonly call: ReadonlyArray<{ unit: string; name: string | null; phone: string | null }>;
  readonly texts: ReadonlyArray<{ readonly label: string; readonly text: string }>;
  /** Said where the words of the referral are not for the reader. */
  readonly withoutWords: boolean;
  readonly outcome: string;
  readonly findings: readonly BelongsFinding[];
  readonly answers: ReadonlyArray<{ readonly question: string; readonly answer: string }>;
  readonly history: ReadonlyArray<{ readonly when: string; readonly what: string; readonly reason: string | null }>;
  readonly next: { readonly href: string; readonly text: string } | null;
  readonly verbs: { readonly accept: boolean; readonly return: boolean; readonly direct: boolean; readonly withdraw: boolean };
  readonly today: CalendarDate;
}

type Keyed = Readonly<Record<string, string>>;

/** A referral in words, with what the reader may do with it. */
export function referralPageView(read: Read, actor: Actor, today: CalendarDate): ReferralPageView {
  const { id, youth, anonymous, state, urgent, belongs, card } = read;
  const verbs = allowedVerbs(actor, { state, authorId: read.author.id, authorDepartmentId: read.department.id });
  const at = `/anmodninger/${id}`;
  return {
    at, who: youth?.name ?? (anonymous ? 'Punkt uden navn' : 'Ung, hvis navn ikke vises for dig'), whoHref: youth === null ? null : `/unge/${youth.id}`,
    badge: referralBadge(state), urgent: urgent !== null, facts: factsOf(read),
    call: (card?.departments ?? []).map(({ name, callName, callPhone }) => ({ unit: name, name: callName, phone: callPhone })),
    texts: textsOf(read), withoutWords: read.reason === null, outcome: OUTCOME_SENTENCES[belongs.outcome], findings: belongs.explanations, answers: answersOf(belongs.answers),
    history: read.history.map((line) => ({ when: timeOf(line.at), what: `${stepText(line)}${line.by === null ? '' : ` af ${line.by.name}`}`, reason: line.reason })),
    next: nextOf(at, state, verbs), today,
    verbs: {
      accept: verbs.includes('accept'), return: verbs.includes('return'), direct: verbs.includes('coordinateDirectly'), withdraw: verbs.includes('withdraw') && state !== 'draft',
    },
  };
}

function factsOf({ typeLabel, purpose, areas, author, department, returnOn }: Read): ReferralPageView['facts'] {
  return [
    { label: 'Slags møde', text: `${capital(typeLabel)}, ${(PURPOSE_LABELS as Keyed)[purpose] ?? purpose}` },
    { label: 'Områder', text: areas.length === 0 ? 'Ingen valgt' : areas.map(areaName).join(', ') },
    { label: 'Fra', text: `${author.name}, ${department.name}` },
    ...(returnOn === null ? [] : [{ label: 'Kan sendes igen', text: formatDateLongDanish(returnOn) }]),
  ];
}

function textsOf({ reason, youthWish, urgent, withoutYouth }: Read): ReferralPageView['texts'] {
  return [
    ...(reason ? [{ label: 'Hvorfor', text: reason }] : []),
    ...(youthWish === null ? [] : [{ label: 'Den unges eget ønske', text: youthWish }]),
    ...(urgent === null ? [] : [{ label: 'Haster', text: withNote((URGENT_REASON_LABELS as Keyed)[urgent.reason], urgent.note) }]),
    ...(withoutYouth === null ? [] : [{ label: 'Uden den unge', text: withNote((WITHOUT_YOUTH_REASON_LABELS as Keyed)[withoutYouth.reason], withoutYouth.note) }]),
  ];
}

function withNote(label: string | undefined, note: string | null): string {
  return capital([label, note].filter((part) => part !== null && part !== undefined).join(': '));
}

function answersOf(answers: BelongsAnswers): ReferralPageView['answers'] {
  return (Object.keys(BELONGS_QUESTIONS) as (keyof BelongsAnswers)[]).flatMap((key) => {
    const value = answers[key] ?? null;
    if (value === null) return [];
    return [{ question: BELONGS_QUESTIONS[key], answer: typeof value === 'string' ? capital(SUPPORT_LEVEL_LABELS[value]) : value ? 'Ja' : 'Nej' }];
  });
}

function timeOf(at: Date): string {
  return `${formatDateLongDanish(dateAt(at))} kl. ${formatTimeDanish(at)}`;
}

function stepText({ from, to }: Read['history'][number]): string {
  if (from === 'booked' && to === 'accepted') return 'Mistede sin tid';
  if (to === 'draft' || (from !== 'draft' && from !== 'returned' && to === 'submitted')) return 'Fortrudt';
  if (to === 'submitted') return from === 'returned' ? 'Sendt igen' : 'Sendt';
  return {
    accepted: 'Godkendt', returned: 'Sendt tilbage', directly_coordinated: 'Koordineres uden møde', withdrawn: 'Trukket tilbage', booked: 'Fik en tid', concluded: 'Afsluttet',
  }[to];
}

function nextOf(at: string, state: Read['state'], verbs: readonly string[]): ReferralPageView['next'] {
  if (state === 'accepted') return { href: `${at}/tid`, text: 'Find en tid' };
  if (state === 'booked') return { href: `${at}/tid`, text: 'Se tiden' };
  return verbs.includes('edit') ? { href: `${at}/ret`, text: state === 'draft' ? 'Skriv færdig og send' : 'Ret og send igen' } : null;
}
