import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { type Actor, hasRole } from '../../platform/database/actor.js';
import { mayUnprotect } from '../../youths/correct-youth.js';
import type { YouthDetails } from '../../youths/youth-details.service.js';
import type { MeasureLine } from '../../youths/measures/list-measures.js';
import type { Option } from '../forms/fields.js';
import { periodText } from './youth-dates.js';

export type UnitOption = Option;

export interface MeasureView {
  readonly id: string;
  readonly title: string;
  readonly facts: string;
  readonly mayEnd: boolean;
  readonly mayContinue: boolean;
}

export interface RecordFormsView {
  /** School and acting municipality are not shown. */
  readonly hidden: boolean;
  readonly values: {
    readonly firstName: string; readonly lastName: string; readonly school: string; readonly schoolGrade: string; readonly specialSchool: boolean;
    readonly actingMunicipality: string;
  };
  readonly protection: { readonly summary: string; readonly text: string; readonly button: string; readonly to: 'til' | 'fra' } | null;
}

/** Those who write in a youth's record; the chair reads. */
export function mayChangeYouth(actor: Actor): boolean {
  return hasRole(actor, 'caseworker', 'team_leader', 'meeting_secretary');
}

/** A unit's own measures can be changed by it, those of others by the coordinating caseworker and the secretary. */
export function measureViews(measures: readonly MeasureLine[], { actor, youth, today }: { actor: Actor; youth: YouthDetails; today: CalendarDate }): MeasureView[] {
  const all = hasRole(actor, 'meeting_secretary') || (actor.staffId !== null && youth.coordinator?.id === actor.staffId);
  return measures.map(({ id, title, act, section, department, startsOn, endsOn }) => {
    const mine = mayChangeYouth(actor) && (all || department.id === actor.departmentId);
    return {
      id, title, facts: [department.name, act === '' ? null : `${act} ${section}`, periodText(startsOn, endsOn)].filter((part) => part !== null).join(' · '),
      mayEnd: mine && (endsOn === null || endsOn >= today), mayContinue: mine && endsOn !== null && endsOn >= today,
    };
  });
}

/** What the forms about the youth start with. */
export function recordFormsView(youth: YouthDetails, actor: Actor): RecordFormsView {
  const { firstName, lastName, school, schoolGrade, specialSchool, actingMunicipality } = youth;
  return {
    hidden: youth.protected,
    values: { firstName, lastName, school: school ?? '', schoolGrade: schoolGrade ?? '', specialSchool, actingMunicipality: actingMunicipality ?? '' },
    protection: protectionOf(youth, actor),
  };
}

function protectionOf(youth: YouthDetails, actor: Actor): RecordFormsView['protection'] {
  if (!youth.protected) {
    return {
      summary: 'Slå beskyttelse til', to: 'til', button: 'Slå beskyttelse til',
      text: 'Den unge har navne- og adressebeskyttelse, eller adressen skal holdes hemmelig. Så viser ingen side, kalender eller fil, hvor den unge bor, går i skole eller mødes.',
    };
  }
  if (!mayUnprotect(actor, { departmentId: youth.department.id, coordinatorId: youth.coordinator?.id ?? null })) return null;
  return {
    summary: 'Slå beskyttelse fra', to: 'fra', button: 'Slå beskyttelse fra for alle',
    text: 'Alle, der ser den unge, kan så igen se skole, steder og telefonnumre. Gør det kun, når beskyttelsen er ophørt i CPR.',
  };
}
