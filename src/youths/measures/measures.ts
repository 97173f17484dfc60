import { hasRole } from '../../platform/database/actor.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { addDays, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { dateAt, startOfDay } from '../../platform/clock/zone.js';
import { conflict, forbidden, invalid } from '../../platform/errors/domain-error.js';
import type { AccessGround } from '../access/access-grounds.js';
import { endAccess, grantAccess } from '../access/grant-access.js';
import { groundFor, lockYouth } from '../access/open-youth.js';
import { visibleTo } from '../access/visible-youths.js';
import { isCoordinator } from '../coordination/coordinators.js';
import { normaliseAct, normaliseSection } from './legal-basis.js';
import { youthChanged } from '../youth-events.js';
import { Measure } from './measure.entity.js';

export interface NewMeasure {
  readonly departmentId: string;
  readonly title: string;
  readonly act?: string | undefined;
  readonly section?: string | undefined;
  readonly startsOn: CalendarDate;
  readonly endsOn?: CalendarDate | undefined;
}

/**
 * Records a measure and gives its department access for as long as it runs. Returns its id.
 * @throws DomainError not_found; forbidden `not_your_unit`; conflict `measure_known`; invalid; rule `ends_before_start`
 */
export async function addMeasure(tx: Tx, youthId: string, given: NewMeasure): Promise<string> {
  const { ground } = await lockYouth(tx, youthId);
  await requireOwnUnit(tx, youthId, given.departmentId);
  await requireDepartment(tx, given.departmentId);
  const measure = newMeasure(tx, youthId, given);
  await saveNew(tx, measure);
  await grantMeasureAccess(tx, measure);
  changed(tx, 'measure.added', measure, ground);
  return measure.id;
}

/**
 * Sets the last day of a measure; its department's access from it ends when that day is over. Returns the youth's id.
 * @throws DomainError not_found; forbidden `not_your_unit`; rule `ends_before_start`
 */
export async function endMeasure(tx: Tx, measureId: string, endsOn: CalendarDate): Promise<string> {
  const { measure, ground } = await lockOwn(tx, measureId);
  const { youthId } = measure;
  measure.end(endsOn);
  await tx.save(measure);
  await endAccess(tx, { youthId, ground: 'open_measure', sourceId: measure.id, untilAt: dayAfter(endsOn) });
  changed(tx, 'measure.ended', measure, ground);
  return youthId;
}

/**
 * A measure that was ended by mistake goes on, and so does its department's access.
 * @throws DomainError not_found; forbidden `not_your_unit`
 */
export async function continueMeasure(tx: Tx, measureId: string): Promise<void> {
  const { measure, ground } = await lockOwn(tx, measureId);
  measure.goOn();
  await tx.save(measure);
  await grantMeasureAccess(tx, measure);
  changed(tx, 'measure.continued', measure, ground);
}

/**
 * Takes back a measure that was recorded by mistake today, and with it the access that it gave.
 * @throws DomainError not_found; forbidden `not_your_unit`; conflict `not_recorded_today`
 */
export async function takeMeasureBack(tx: Tx, measureId: string): Promise<void> {
  const { measure, ground } = await lockOwn(tx, measureId);
  if (dateAt(measure.createdAt) !== tx.today) {
    throw conflict('not_recorded_today', 'Kun en indsats, der er skrevet ind i dag, kan tages tilbage. Sæt en slutdato i stedet.');
  }
  await endAccess(tx, { youthId: measure.youthId, ground: 'open_measure', sourceId: measure.id, untilAt: tx.now });
  await tx.manager.delete(Measure, { id: measure.id });
  changed(tx, 'measure.taken_back', measure, ground);
}

/** Gives the department of a measure access while the measure runs. */
async function grantMeasureAccess(tx: Tx, measure: Measure): Promise<void> {
  const startsAt = startOfDay(measure.startsOn);
  await grantAccess(tx, {
    youthId: measure.youthId,
    holder: { departmentId: measure.departmentId },
    ground: 'open_measure',
    sourceId: measure.id,
    fromAt: startsAt > tx.now ? startsAt : tx.now,
    untilAt: measure.endsOn === null ? null : dayAfter(measure.endsOn),
  });
}

async function lockOwn(tx: Tx, measureId: string): Promise<{ measure: Measure; ground: AccessGround }> {
  const { youthId } = await tx.find(Measure, measureId, visibleTo(tx));
  const ground = await groundFor(tx, youthId);
  const measure = await tx.lock(Measure, measureId);
  await requireOwnUnit(tx, youthId, measure.departmentId);
  return { measure, ground };
}

function newMeasure(tx: Tx, youthId: string, given: NewMeasure): Measure {
  const measure = Object.assign(new Measure(), {
    id: newId(), youthId, departmentId: given.departmentId, title: given.title.trim(), act: normaliseAct(given.act ?? ''),
    section: normaliseSection(given.section ?? ''), startsOn: given.startsOn, endsOn: null, createdAt: tx.now,
  });
  if (given.endsOn !== undefined) measure.end(given.endsOn);
  return measure;
}

async function saveNew(tx: Tx, measure: Measure): Promise<void> {
  const { youthId, departmentId, act, section, startsOn } = measure;
  const known = await tx.manager.countBy(Measure, { youthId, departmentId, act, section, startsOn });
  if (known > 0) {
    throw conflict('measure_known', 'Indsatsen er allerede registreret for enheden fra den dato. Ret den i stedet.');
  }
  await tx.save(measure);
}

/** A unit records its own measures; the coordinating caseworker and the secretary also those of others. */
async function requireOwnUnit(tx: Tx, youthId: string, departmentId: string): Promise<void> {
  if (tx.actor.departmentId === departmentId || hasRole(tx.actor, 'meeting_secretary')) return;
  if (await isCoordinator(tx, youthId)) return;
  throw forbidden('not_your_unit', 'Du kan kun ændre din egen enheds indsatser. Spørg den koordinerende sagsbehandler.');
}

async function requireDepartment(tx: Tx, departmentId: string): Promise<void> {
  const [found] = await tx.query('SELECT 1 FROM department WHERE id = $1', [departmentId], 'department-exists');
  if (found === undefined) throw invalid([{ field: 'departmentId', code: 'unknown', message: 'Vælg en enhed, der findes.' }]);
}

function changed(tx: Tx, action: `measure.${string}`, { id, youthId, departmentId }: Measure, ground: AccessGround): void {
  tx.audit(action, { type: 'measure', id, youthIds: [youthId], ground, detail: { departmentId } });
  tx.enqueue(youthChanged, { youthId });
}

function dayAfter(day: CalendarDate): Date {
  return startOfDay(addDays(day, 1));
}
