import type { YouthItem } from '../../meetings/bookings/youth-items.js';
import { allows } from '../../auth/policy.js';
import { addYears, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { formatDateLongDanish } from '../../platform/clock/danish-format.js';
import { dateAt } from '../../platform/clock/zone.js';
import { hasRole } from '../../platform/database/actor.js';
import { raiseReferral } from '../../referrals/referrals.policies.js';
import { protect } from '../../youths/protect.js';
import type { GroupedOption, Option } from '../forms/fields.js';
import { capital } from '../words/capital.js';
import { areaName, itemStateLabel, YOUTH_STATUS_LABELS } from '../words/codes.js';
import { type Badge, basisBadge, CLOSENESS_LABELS, consentBadge, NETWORK_KIND_LABELS } from '../words/youth-words.js';
import { networkMapView, type NetworkMapView } from './network-map.view.js';
import { nextItem, type Receiver, type YouthPageData } from './read-youth-page.js';
import { nextStepView, type NextStepView } from './next-step.view.js';
import { timelineView, type TimelineView } from './timeline.view.js';
import { ageText, meetingTime, periodText } from './youth-dates.js';
import { deadlinesView, type DeadlinesView } from './youth-deadlines.view.js';
import { mayChangeYouth, measureViews, type MeasureView, recordFormsView, type RecordFormsView } from './youth-record.view.js';

export interface HandoverView {
  readonly id: string;
  readonly to: string;
  readonly since: string;
  /** Whether the reader is the one who is asked. */
  readonly mine: boolean;
  readonly mayWithdraw: boolean;
}

export interface ItemView {
  readonly id: string;
  readonly time: string;
  readonly type: string;
  readonly state: string | null;
  readonly urgent: boolean;
}

export interface PersonView {
  readonly id: string;
  readonly who: string;
  readonly facts: string;
}

export interface BasisView {
  readonly who: string;
  readonly what: string;
  readonly badge: Badge;
  /** The form that withdraws a consent; null where there is none to withdraw. */
  readonly withdraw: string | null;
}

export interface YouthPageView {
  readonly id: string;
  readonly today: CalendarDate;
  readonly nextStep: NextStepView | null;
  readonly name: string;
  readonly age: string;
  readonly cpr: string;
  readonly facts: ReadonlyArray<{ label: string; text: string }>;
  readonly protected: boolean;
  readonly coordinator: string | null;
  readonly handover: HandoverView | null;
  readonly receivers: readonly GroupedOption[] | null;
  readonly call: ReadonlyArray<{ unit: string; name: string | null; phone: string | null }>;
  readonly timeline: TimelineView;
  readonly deadlines: DeadlinesView;
  readonly coming: readonly ItemView[];
  readonly past: readonly ItemView[];
  /** Where the reader asks for a K-møde; null for who does not. */
  readonly ask: string | null;
  readonly map: NetworkMapView;
  readonly network: readonly PersonView[];
  readonly custody: readonly PersonView[];
  readonly consents: readonly BasisView[];
  readonly bases: readonly BasisView[] | null;
  readonly measures: readonly MeasureView[];
  /** Units a measure can be recorded for; null for who may not. */
  readonly units: readonly Option[] | null;
  readonly mayChange: boolean;
  readonly mayAddCustody: boolean;
  readonly consentForm: { readonly givers: readonly Option[]; readonly units: readonly Option[]; readonly today: CalendarDate; readonly expiryHint: string } | null;
  readonly recordForms: RecordFormsView | null;
  readonly plan: ReadonlyArray<{ number: number; text: string; href: string }>;
  readonly history: readonly string[];
}

/** What the youth's page says, in words; no decision is made here. */
export function youthPageView(data: YouthPageData): YouthPageView {
  const { youth, today, actor } = data;
  const { coming, past } = itemsOf(data);
  const mayChange = mayChangeYouth(actor);
  return {
    id: youth.id, today, name: youth.name, age: ageText(youth.birthDate, today), cpr: youth.cprMasked, protected: youth.protected, mayChange,
    facts: factsOf(data), coordinator: youth.coordinator?.name ?? null, handover: handoverOf(data), receivers: receiversByUnit(data.receivers),
    nextStep: nextStepView({
      youthId: youth.id, step: data.step, deadlines: data.deadlines.items, comingAt: coming[0]?.time ?? null, today, mayAsk: hasRole(actor, 'caseworker', 'team_leader'),
      withoutBasis: (data.bases ?? []).filter(({ valid }) => !valid).map(({ area }) => areaName(area)),
    }),
    call: data.card.departments.map(({ name, callName, callPhone }) => ({ unit: name, name: callName, phone: callPhone })),
    timeline: timelineView({ firstName: youth.firstName, birthDate: youth.birthDate, today, measures: data.measures, items: data.items, deadlines: data.deadlines.items }),
    deadlines: deadlinesView({ youthId: youth.id, deadlines: data.deadlines, milestones: data.milestones, today, mayWaive: hasRole(actor, 'team_leader') }),
    coming, past, ask: allows(raiseReferral, actor) ? `/unge/${youth.id}/anmodning` : null, map: networkMapView(youth.firstName, data.network),
    ...peopleOf(data), ...basisOf(data, mayChange),
    measures: measureViews(data.measures, data), units: mayChange ? unitOptions(data) : null, mayAddCustody: mayChange && mayAddCustody(data),
    consentForm: mayChange ? consentFormOf(data) : null, recordForms: mayChange ? recordFormsView(youth, actor) : null,
    plan: data.planVersions.map(({ number, publishedAt, publishedBy }) => ({
      number, text: `Udgave af ${formatDateLongDanish(dateAt(publishedAt))}, godkendt af ${publishedBy.name}`, href: `/unge/${youth.id}/plan.pdf?version=${number}`,
    })),
    history: data.coordinators.map(({ staff, fromAt, untilAt }) => `${staff.name}, ${periodText(dateAt(fromAt), untilAt === null ? null : dateAt(untilAt))}`),
  };
}

function factsOf({ youth, items, now }: YouthPageData): YouthPageView['facts'] {
  const next = nextItem(items, now);
  const school = [youth.school, youth.schoolGrade].filter((part) => part !== null).join(', ');
  return [
    { label: 'Hvor sagen står', text: YOUTH_STATUS_LABELS[youth.status] },
    { label: 'Næste K-møde', text: next === null ? 'Intet planlagt' : meetingTime(next.startsAt, next.endsAt) },
    { label: 'Enhed', text: youth.department.name },
    ...(school === '' ? [] : [{ label: 'Skole', text: school }]),
    ...(youth.actingMunicipality === null ? [] : [{ label: 'Handlekommune', text: youth.actingMunicipality }]),
  ];
}

function handoverOf({ youth, actor: { staffId } }: YouthPageData): HandoverView | null {
  const { openHandover: open, coordinator } = youth;
  if (open === null) return null;
  const since = formatDateLongDanish(dateAt(new Date(open.offeredAt)));
  return { id: open.id, to: open.to.name, since, mine: open.to.id === staffId, mayWithdraw: staffId !== null && coordinator?.id === staffId };
}

function receiversByUnit(receivers: readonly Receiver[] | null): YouthPageView['receivers'] {
  if (receivers === null) return null;
  const options = receivers.map(({ id, name, department }) => ({ value: id, label: name, group: department }));
  return options.sort((a, b) => a.group.localeCompare(b.group, 'da'));
}

function unitOptions({ units }: YouthPageData): Option[] {
  return units.map(({ id, name }) => ({ value: id, label: name }));
}

/** A youth under 18 has two custody holders at most. */
function mayAddCustody({ youth, custodyHolders, today }: YouthPageData): boolean {
  return addYears(youth.birthDate, 18) > today && custodyHolders.length < 2;
}

function consentFormOf(data: YouthPageData): NonNullable<YouthPageView['consentForm']> {
  const holders = data.custodyHolders.filter(({ holdsCustody }) => holdsCustody).map(({ id, name, relation }) => ({ value: id, label: `${name}, ${relation}` }));
  return {
    givers: [{ value: 'youth', label: 'Den unge selv' }, ...holders], units: unitOptions(data), today: data.today,
    expiryHint: `Et samtykke fra en forælder gælder højst til den unge fylder 18 år, ${formatDateLongDanish(addYears(data.youth.birthDate, 18))}.`,
  };
}

function itemsOf({ items, missed, now }: YouthPageData): { coming: ItemView[]; past: ItemView[] } {
  const isComing = (item: YouthItem): boolean => item.state === 'booked' && item.endsAt > now;
  const view = (item: YouthItem): ItemView => itemView(item, missed.has(item.id));
  return { coming: items.filter(isComing).map(view), past: items.filter((item) => !isComing(item)).reverse().map(view) };
}

function itemView({ id, startsAt, endsAt, typeLabel, state, urgent }: YouthItem, missed: boolean): ItemView {
  return { id, time: meetingTime(startsAt, endsAt), type: capital(typeLabel), state: missed ? 'Afsluttet, den unge kom ikke' : itemStateLabel(state), urgent };
}

/** Telephone, e-mail and who lives where tell where a protected youth is. */
function peopleOf({ youth, network, custodyHolders }: YouthPageData): Pick<YouthPageView, 'network' | 'custody'> {
  return {
    network: network.map((person) => ({
      id: person.id, who: `${person.name}, ${person.relation}`,
      facts: facts(NETWORK_KIND_LABELS[person.kind], CLOSENESS_LABELS[person.closeness], protect(youth, person.phone), protect(youth, person.email)),
    })),
    custody: custodyHolders.map((holder) => ({
      id: holder.id, who: `${holder.name}, ${holder.relation}`,
      facts: facts(
        holder.holdsCustody ? 'Har forældremyndighed' : 'Havde forældremyndighed, til den unge fyldte 18 år', holder.invite ? 'inviteres' : 'inviteres ikke',
        holder.hasConsent ? 'har givet samtykke' : 'intet samtykke', protect(youth, holder.livesWithYouth) === true ? 'bor med den unge' : null,
        protect(youth, holder.phone), protect(youth, holder.email),
      ),
    })),
  };
}

function facts(...parts: ReadonlyArray<string | null | undefined>): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ');
}

function basisOf({ youth, consents, bases }: YouthPageData, mayChange: boolean): Pick<YouthPageView, 'consents' | 'bases'> {
  return {
    consents: consents.map(({ id, givenBy, custodyHolder, recipient, scope, purpose, givenOn, expiresOn, state }) => ({
      who: `${givenBy === 'youth' ? 'Den unge selv' : (custodyHolder?.name ?? 'Forældremyndighedsindehaver')} til ${recipient}`,
      what: facts(`Om: ${scope}`, `Formål: ${purpose}`, `givet ${formatDateLongDanish(givenOn)}`, expiresOn && `gælder ikke længere fra ${formatDateLongDanish(expiresOn)}`),
      badge: consentBadge(state), withdraw: mayChange && state !== 'withdrawn' ? `/unge/${youth.id}/samtykker/${id}/tilbagetraek` : null,
    })),
    bases: bases && bases.map((line) => ({
      who: areaName(line.area), badge: basisBadge(line), withdraw: null,
      what: line.act !== null ? `${line.act} ${line.section ?? ''}` : line.consent === null ? 'Skriv lov og paragraf, eller indhent et samtykke' : `Samtykke til ${line.consent.recipient}, givet ${formatDateLongDanish(line.consent.givenOn)}`,
    })),
  };
}
