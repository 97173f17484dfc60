import type { PreparationLine } from '../../../agendas/preparations/preparations.js';
import type { BasisLine } from '../../../agendas/sharing-bases/sharing-bases.js';
import type { ParticipantLine } from '../../../meetings/bookings/read-booking.js';
import { formatDateLongDanish } from '../../../platform/clock/danish-format.js';
import type { Option } from '../../forms/fields.js';
import { personOptions } from '../../forms/person-options.js';
import { areaName } from '../../words/codes.js';
import { answerBadge, GUEST_KIND_LABELS, youthAnswerText } from '../../words/item-words.js';
import { type LightView, lightsInWords } from '../../words/readiness.js';
import { type Badge, basisBadge } from '../../words/youth-words.js';
import { capital } from '../../words/capital.js';
import { type ItemHeadView, itemHeadView } from '../item-head.view.js';
import type { BeforeData } from './read-before.js';

export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly facts: string;
  readonly answer: Badge;
  /** Colleagues who can come instead; empty where the reader may not choose one. */
  readonly substitutes: readonly Option[];
  /** The reader may take this person off the item. */
  readonly leaves: boolean;
}

export interface BasisView {
  readonly area: string;
  readonly name: string;
  readonly badge: Badge;
  readonly what: string;
  readonly lacks: boolean;
  readonly act: string;
  readonly section: string;
  readonly consentId: string;
  /** The consents that let the area hear the item. */
  readonly consents: readonly Option[];
}

export interface PreparationView {
  readonly unit: string;
  readonly id: string;
  readonly said: string;
  readonly ready: boolean;
  readonly mine: boolean;
  readonly text: string;
  readonly nothingToAdd: boolean;
  readonly version: string;
}

export interface BeforeView {
  readonly head: ItemHeadView;
  readonly at: string;
  /** Nothing of the item can be changed any more, or not by this page. */
  readonly ahead: boolean;
  readonly handles: boolean;
  readonly facts: ReadonlyArray<{ readonly label: string; readonly text: string }>;
  readonly link: string | null;
  readonly lights: ReadonlyArray<LightView & { readonly part: string }>;
  readonly cancelled: string | null;
  readonly people: readonly PersonView[];
  /** Colleagues who can be asked to come as well; empty for those who may not ask. */
  readonly colleagues: readonly Option[];
  /** A badge only where somebody has answered: the youth and the network are asked in other ways. */
  readonly guests: ReadonlyArray<{ readonly id: string; readonly text: string; readonly answer: Badge | null }>;
  /** When it begins, as an instant: what an answer is to. */
  readonly startsAt: string;
  readonly myAnswer: { readonly chosen: string } | null;
  readonly youth: { readonly asked: boolean; readonly said: string; readonly companion: string | null; readonly answer: string; readonly note: string } | null;
  readonly bases: readonly BasisView[];
  readonly preparations: readonly PreparationView[];
  readonly steps: ReadonlyArray<{ readonly id: string; readonly title: string; readonly minutes: number; readonly position: number }>;
  readonly fit: string;
  readonly timePage: string;
}

type BasisConsents = Pick<BeforeData, 'consents' | 'consentAreas'>;

/** What the page before the meeting says, in words; no decision is made here. */
export function beforeView(data: BeforeData): BeforeView {
  const { item, agenda, docket } = data;
  const { booking, handles } = item;
  const ahead = booking.state === 'booked';
  const comes = docket.line?.youthComes !== false || booking.youthAnswer !== null;
  const me = booking.participants.find(({ staffId }) => staffId === item.staffId);
  return {
    head: itemHeadView(item), at: `/punkter/${booking.id}`, ahead, handles: handles && ahead, ...factsOf(data),
    lights: docket.line?.readiness === null || docket.line === null || !ahead ? [] : lightsOf(data),
    cancelled: booking.state === 'cancelled' ? (booking.cancelledReason ?? 'uden begrundelse') : null,
    people: booking.participants.map((person) => personView(person, data)),
    colleagues: personOptions(data.colleagues.filter(({ id }) => booking.participants.every(({ staffId }) => staffId !== id))),
    guests: booking.guests.map(({ id, name, kind, function: role, answer }) => ({
      id, text: `${name} (${role ?? GUEST_KIND_LABELS[kind]})`, answer: answer === null ? null : answerBadge(answer),
    })),
    startsAt: booking.startsAt.toISOString(),
    myAnswer: ahead && me !== undefined ? { chosen: me.answer ?? '' } : null,
    youth: agenda.youth === null ? null : {
      asked: comes, said: comes ? youthAnswerText(booking.youthAnswer) : 'Den unge er ikke med til punktet.',
      companion: agenda.companion === null || !comes ? null : `${agenda.companion.question} (${agenda.companion.source})`,
      answer: booking.youthAnswer === null ? '' : booking.youthAnswer.yes ? 'ja' : 'nej', note: booking.youthAnswer?.note ?? '',
    },
    bases: agenda.sharingBases.map((line) => basisView(line, data)),
    preparations: agenda.preparations.map((line) => preparationView(line, data)),
    steps: agenda.steps.map(({ id, title, minutes }, index) => ({ id, title, minutes, position: index + 1 })),
    fit: fitText(agenda.steps.reduce((sum, { minutes }) => sum + minutes, 0), agenda.minutes),
    timePage: `/punkter/${booking.id}/tid`,
  };
}

function factsOf({ item, agenda, docket }: BeforeData): Pick<BeforeView, 'facts' | 'link'> {
  const { booking } = item;
  const place = docket.place === null ? 'Vises ikke, fordi den unge har navne- og adressebeskyttelse' : (docket.place.room ?? (docket.place.link === null ? 'Ikke valgt' : 'Online'));
  const facts = [
    { label: 'Sted', text: place },
    { label: 'Formål', text: PURPOSES[booking.purpose] ?? booking.purpose },
    { label: 'Mødeleder', text: docket.chair.name },
    { label: 'Booket af', text: booking.bookedBy.name },
    ...(booking.lateReason === null ? [] : [{ label: 'Kom sent med, fordi', text: booking.lateReason }]),
    ...(agenda.youthWish === null ? [] : [{ label: 'Den unge ønsker', text: `»${agenda.youthWish}«` }]),
  ];
  return { facts, link: docket.place?.link ?? null };
}

const PURPOSES: Readonly<Record<string, string>> = { coordinate: 'Koordinering', spar: 'Sparring', decide: 'Beslutning' };

function lightsOf({ docket }: BeforeData): BeforeView['lights'] {
  const readiness = docket.line?.readiness;
  if (!readiness) return [];
  const parts = ['grundlag', 'deltagere', 'den-unge'];
  return lightsInWords(readiness).map((light, index) => ({ ...light, part: parts[index] ?? 'deltagere' }));
}

function personView(person: ParticipantLine, { item, docket, substitutes }: BeforeData): PersonView {
  const { staffId, name, area, mandatory, standing, decisionPower, substituteFor, answer } = person;
  const ahead = item.booking.state === 'booked';
  const away = docket.line?.people.find((each) => each.staffId === staffId)?.away === true;
  const said = [
    person.role === 'chair' ? 'mødeleder' : person.role === 'minute_taker' ? 'skriver referat' : null, area === null ? null : areaName(area),
    mandatory ? 'skal med' : 'kan komme', decisionPower ? 'kan beslutte' : null, substituteFor === null ? null : `i stedet for ${substituteFor.name}`,
    away ? 'meldt væk den dag' : null,
  ];
  const leads = person.role === 'chair' || person.role === 'minute_taker'; // they sit on the day, not on the item
  const chooses = ahead && !leads && (item.handles || item.staffId === staffId);
  return {
    id: staffId, name, facts: said.filter((part) => part !== null).join(' · '), answer: answerBadge(answer),
    leaves: ahead && item.handles && !mandatory && !standing,
    substitutes: chooses ? substitutes.filter(({ insteadOf }) => insteadOf === staffId).map((each) => ({ value: each.staffId, label: each.name })) : [],
  };
}

function basisView(line: BasisLine, data: BasisConsents): BasisView {
  const { area, act, section, consent, valid } = line;
  const what = act !== null ? `${capital(act)} ${section ?? ''}` : consent === null ? 'Skriv lov og paragraf, eller vælg et samtykke.' : `Samtykke til ${consent.recipient}, givet ${formatDateLongDanish(consent.givenOn)}`;
  return {
    area, name: areaName(area), badge: basisBadge(line), what, lacks: !valid, act: act ?? '', section: section ?? '', consentId: consent?.id ?? '',
    consents: consentOptions(area, data),
  };
}

/** A consent to somebody outside, or to another area, is no basis for this one. */
export function consentOptions(area: string, { consents, consentAreas }: BasisConsents): Option[] {
  return consents.filter(({ id, state }) => state === 'active' && consentAreas.get(id) === area).map(({ id, recipient, givenOn }) => ({
    value: id, label: `Til ${recipient}, givet ${formatDateLongDanish(givenOn)}`,
  }));
}

function preparationView({ department, nothingToAdd, text, author, version }: PreparationLine, { unit, item }: BeforeData): PreparationView {
  const said = nothingToAdd === null ? 'Har ikke forberedt sig endnu.' : (text ?? 'Intet at tilføje.');
  return {
    unit: department.name, id: department.id, said: author === null ? said : `${said} (${author.name})`, ready: nothingToAdd !== null,
    mine: item.booking.state === 'booked' && (unit.writesForAll || unit.id === department.id),
    text: text ?? '', nothingToAdd: nothingToAdd === true, version: version === null ? '' : String(version),
  };
}

function fitText(taken: number, given: number): string {
  return `Trinene fylder ${taken} af punktets ${given} minutter.${taken < given ? ` Der er ${given - taken} minutter i overskud.` : ''}`;
}
