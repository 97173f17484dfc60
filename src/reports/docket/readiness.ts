import type { CalendarDate } from '../../platform/clock/calendar-date.js';

/** A person who comes to an item, or stands on the day, and may decide for an area. */
export interface Decider {
  readonly area: string | null;
  readonly decisionPower: boolean;
  /** Said no, or is marked away on the day. */
  readonly absent: boolean;
}

export interface ReadinessFacts {
  /** Null for an anonymous item: nothing personal is shared, and nobody is asked. */
  readonly youthId: string | null;
  /** Areas that the referral asks to come. */
  readonly areasAsked: readonly string[];
  /** Areas of everybody who will hear the item. */
  readonly areasPresent: readonly string[];
  readonly areasWithBasis: readonly string[];
  readonly deciders: readonly Decider[];
  /** Of those who must come and have said no: each one's area, null for the chair and the minute taker. */
  readonly declined: readonly (string | null)[];
  readonly youthSaidYes: boolean | null;
  /** Why the youth does not come, when that is so. */
  readonly reasonWithoutYouth: string | null;
}

export interface Light {
  readonly ready: boolean;
  /** The areas that lack it. */
  readonly missing: readonly string[];
}

export interface Readiness {
  readonly ready: boolean;
  readonly basis: Light;
  readonly decisionPower: Light;
  readonly youth: Light;
}

/**
 * Ready means three things: a basis (consent, or act and section) for each area that will hear the item; for each area asked
 * somebody present who may decide, and a substitute for whoever must come and has said no; the youth has said yes to time and
 * people, or a reason stands.
 */
export function readinessOf(facts: ReadinessFacts): Readiness {
  const basis = facts.youthId === null ? [] : without(unique([...facts.areasAsked, ...facts.areasPresent]), facts.areasWithBasis);
  const deciding = facts.deciders.filter((decider) => decider.decisionPower && !decider.absent).map((decider) => decider.area ?? '');
  const power = unique([...without(unique(facts.areasAsked), deciding), ...facts.declined.flatMap((area) => area ?? [])]);
  const youthReady = facts.youthId === null || facts.youthSaidYes === true || facts.reasonWithoutYouth !== null;
  const lights = { basis: light(basis), decisionPower: { ready: power.length === 0 && facts.declined.length === 0, missing: power }, youth: { ready: youthReady, missing: [] } };
  return { ready: lights.basis.ready && lights.decisionPower.ready && lights.youth.ready, ...lights };
}

/**
 * An item is late when it came after the docket closed, or does not lie before the youth's nearest driving deadline.
 * @param nearestDueOn null when no deadline of the youth is open
 */
export function isLate(date: CalendarDate, nearestDueOn: CalendarDate | null, lateReason: string | null): boolean {
  return lateReason !== null || (nearestDueOn !== null && date >= nearestDueOn);
}

function light(missing: readonly string[]): Light {
  return { ready: missing.length === 0, missing };
}

function unique(areas: readonly string[]): string[] {
  return [...new Set(areas)].sort();
}

function without(areas: readonly string[], taken: readonly string[]): string[] {
  return areas.filter((area) => !taken.includes(area));
}
