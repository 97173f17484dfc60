import { formatDateDanish, formatDateLongDanish, formatTimeDanish, formatWeekDanish } from '../../platform/clock/danish-format.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { dateAt } from '../../platform/clock/zone.js';
import { type Actor, hasRole } from '../../platform/database/actor.js';
import type { DocketDay, DocketItem } from '../../reports/docket/docket.js';
import type { FrontPage } from '../../reports/front-page/front-page.service.js';
import { MOST_COUNTED, type OverviewLine } from '../../reports/youth-overview/read-overview.js';
import type { ReferralLine } from '../../referrals/reading/list-referrals.js';
import { daySummary } from '../docket/day-summary.js';
import { docketLink, itemLink } from '../docket/docket-links.js';
import { dayFacts, whoOf } from '../docket/docket-words.js';
import { fromToday } from '../words/dates.js';
import { lightsInWords } from '../words/readiness.js';
import { overviewLink } from '../youths-overview/overview-links.js';
import { type LineView, lineView } from '../youths-overview/youths-overview.view.js';

/** A number that opens the list behind it. */
export interface NumberView {
  readonly number: string;
  readonly text: string;
  readonly href: string;
}

export interface OwnYouthView {
  readonly line: LineView;
  /** What the coming item lacks, or that a deadline has passed with no other step to take; empty when nothing is missing. */
  readonly missing: readonly string[];
}

export interface FrontItemView {
  readonly id: string;
  readonly when: string;
  readonly who: string;
  readonly type: string;
  readonly why: string;
  /** The item's page; null when it is not the reader's to open. */
  readonly href: string | null;
}

export interface TriageLineView {
  readonly id: string;
  readonly who: string;
  readonly type: string;
  readonly from: string;
  readonly waited: string;
  readonly urgent: boolean;
}

export interface FrontView {
  readonly greeting: string;
  readonly numbers: readonly NumberView[];
  readonly youths: { readonly total: number; readonly all: string; readonly lines: readonly OwnYouthView[] } | null;
  readonly day: { readonly heading: string; readonly facts: string; readonly href: string } | null;
  readonly noDay: boolean;
  readonly notReady: readonly FrontItemView[] | null;
  readonly late: readonly FrontItemView[] | null;
  readonly triage: { readonly lines: readonly TriageLineView[]; readonly more: boolean } | null;
  readonly offers: readonly string[];
}

type Placed = { readonly item: DocketItem; readonly date: CalendarDate; readonly opens: boolean };

/** The front page in words, each role's part by itself. */
export function frontView(actor: Actor, page: FrontPage): FrontView {
  const items = itemsAhead(page.coming);
  const unready = items.filter(({ item }) => item.state === 'booked' && item.readiness?.ready === false);
  const seesDocket = hasRole(actor, 'team_leader', 'meeting_secretary', 'chair');
  const [day] = page.coming?.days ?? [];
  const parts = {
    notReady: seesDocket ? unready.map((placed) => itemView(placed, lacking(placed.item))) : null,
    late: hasRole(actor, 'meeting_secretary', 'chair') ? items.filter(({ item }) => item.late).map((placed) => itemView(placed, lateBecause(placed.item))) : null,
    triage: page.triage === null ? null : { lines: page.triage.lines.map((line) => triageLine(line, page.today)), more: page.triage.more },
  };
  return {
    ...parts, greeting: `Hej, ${actor.name ?? ''}`, numbers: [...ownNumbers(page), ...dayNumbers(page), ...docketNumbers(parts), ...watchNumbers(page)],
    youths: page.youths === null ? null : ownYouths(page.youths, unready, actor, page.today),
    day: seesDocket && day ? dayView(day, page.today) : null,
    noDay: seesDocket && day === undefined,
    offers: offersOf(actor),
  };
}

function itemsAhead(coming: FrontPage['coming']): Placed[] {
  return (coming?.days ?? []).flatMap(({ items, date }) => items.map((item) => ({ item, date, opens: coming?.offers.items.get(item.id)?.opens === true })));
}

/** Numbers whose lists stand further down the page. */
function docketNumbers({ triage, notReady, late }: Pick<FrontView, 'triage' | 'notReady' | 'late'>): NumberView[] {
  const waiting = triage?.lines.length ?? 0;
  return [
    ...(waiting > 0 ? [{ number: `${waiting}${triage?.more === true ? ' eller flere' : ''}`, text: 'til vurdering', href: '#til-vurdering' }] : []),
    ...(notReady !== null && notReady.length > 0 ? [{
      number: String(notReady.length), text: notReady.length === 1 ? 'punkt er ikke klar' : 'punkter er ikke klar', href: '#ikke-klar',
    }] : []),
    ...(late !== null && late.length > 0 ? [{ number: String(late.length), text: late.length === 1 ? 'punkt er for sent' : 'punkter er for sent', href: '#for-sent' }] : []),
  ];
}

/** Whole days that the reader is invited to and has not answered; the way leads to the first. */
function dayNumbers({ coming }: FrontPage): NumberView[] {
  const unanswered = (coming?.days ?? []).filter(({ id }) => coming?.offers.invited.get(id) === null);
  const [first] = unanswered;
  if (first === undefined) return [];
  return [{
    number: String(unanswered.length), text: unanswered.length === 1 ? 'K-mødedag, du ikke har svaret på' : 'K-mødedage, du ikke har svaret på', href: docketLink(first.date),
  }];
}

function watchNumbers({ watch }: FrontPage): NumberView[] {
  return watch.map(({ view, label, count }) => ({ number: atMost(count), text: label, href: overviewLink({ view, sort: 'deadline' }) }));
}

function ownNumbers({ own }: FrontPage): NumberView[] {
  const overdue = own.actionsOverdue === 0 ? '' : `, ${own.actionsOverdue} over tiden`;
  return [
    { number: String(own.tasks), text: own.tasks === 1 ? 'opgave til dig' : 'opgaver til dig', href: '/opgaver' },
    ...(own.reminders > 0 ? [{
      number: String(own.reminders), text: own.reminders === 1 ? 'ny påmindelse om en frist' : 'nye påmindelser om frister', href: '/paamindelser',
    }] : []),
    ...(own.drafts > 0 ? [{
      number: String(own.drafts), text: own.drafts === 1 ? 'anmodning, du skal skrive færdig' : 'anmodninger, du skal skrive færdige', href: '/anmodninger',
    }] : []),
    ...(own.actions > 0 ? [{ number: String(own.actions), text: `${own.actions === 1 ? 'åben aftale' : 'åbne aftaler'}${overdue}`, href: '/aftaler' }] : []),
  ];
}

function atMost(count: number): string {
  return count >= MOST_COUNTED ? `${MOST_COUNTED} eller flere` : String(count);
}

function ownYouths({ total, lines, steps }: NonNullable<FrontPage['youths']>, unready: readonly Placed[], actor: Actor, today: CalendarDate): FrontView['youths'] {
  return {
    total, all: overviewLink({ view: 'mine', sort: 'deadline' }),
    lines: lines.map((line) => ({
      line: lineView(line, today, steps.get(line.id), actor),
      missing: missingOf(line, unready, steps.has(line.id)),
    })),
  };
}

function missingOf({ id, nextDeadline }: OverviewLine, unready: readonly Placed[], hasStep: boolean): string[] {
  const coming = unready.find(({ item }) => item.youth?.id === id);
  if (coming) return unmet(coming.item);
  return !hasStep && nextDeadline?.overdue === true ? ['Fristen er ikke klaret'] : [];
}

function dayView(day: DocketDay, today: CalendarDate): FrontView['day'] {
  const { items, notReady, rest } = daySummary(day);
  return {
    heading: `Næste K-mødedag: ${formatDateDanish(day.date)} (${fromToday(day.date, today)}, ${formatWeekDanish(day.date)})`,
    facts: `${dayFacts(day)} · ${[items, notReady, ...rest].filter((each) => each !== null).join(' · ')}`,
    href: docketLink(day.date),
  };
}

function itemView({ item, date, opens }: Placed, why: string): FrontItemView {
  const when = `${formatDateDanish(date)} kl. ${formatTimeDanish(item.startsAt)}`;
  return { id: item.id, when, who: whoOf(item), type: item.typeLabel, why, href: opens ? itemLink(item.id) : null };
}

function unmet({ readiness }: DocketItem): string[] {
  return readiness === null ? [] : lightsInWords(readiness).filter(({ ready }) => !ready).map(({ text }) => text);
}

function lacking(item: DocketItem): string {
  return unmet(item).join('. ');
}

function lateBecause({ lateReason }: DocketItem): string {
  return lateReason ?? 'Mødet ligger ikke før den unges nærmeste frist';
}

function triageLine(line: ReferralLine, today: CalendarDate): TriageLineView {
  const since = dateAt(line.submittedAt ?? line.createdAt);
  return {
    id: line.id, who: line.youth?.name ?? (line.anonymous ? 'Uden navn' : 'Navn vises ikke for dig'), type: line.typeLabel,
    from: `${line.author.name}, ${line.department.name}`, waited: `${formatDateLongDanish(since)} (${fromToday(since, today)})`, urgent: line.urgentReason !== null,
  };
}

function offersOf(actor: Actor): string[] {
  return [
    ...(hasRole(actor, 'admin') ? ['Du kan rette enheder, medarbejdere, mødeserier og lukkedage og indlæse filer. Som administrator ser du ingen unge.'] : []),
    ...(hasRole(actor, 'auditor') ? ['Du kan se i loggen, hvem der har set og ændret hvad. Som logkontrol ser du ingen unges sager.'] : []),
  ];
}
