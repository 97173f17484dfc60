import { type BasisLine, sharingBasesOf } from '../../agendas/sharing-bases/sharing-bases.js';
import { itemsWithoutTheYouth } from '../../conclusions/closing/items-without-the-youth.js';
import { readYouthDeadlines, type YouthDeadlines } from '../../deadlines/lists/youth-deadlines.js';
import { listMilestones, type MilestoneLine } from '../../deadlines/milestones/list-milestones.js';
import { readStaff, type StaffLine } from '../../departments/staff/staff.queries.js';
import { type DepartmentLine, readDepartments } from '../../departments/units/departments.queries.js';
import { showYouthItems, type YouthItem } from '../../meetings/bookings/youth-items.js';
import type { PlanVersionLine, PlanVersionsService } from '../../plans/plan-versions.service.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Actor } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import type { NextStep } from '../../reports/youth-overview/next-step.js';
import { readNextSteps } from '../../reports/youth-overview/read-next-steps.js';
import { youthCard, type YouthCard } from '../../youths/access/youth-card.js';
import { type ConsentLine, showConsents } from '../../youths/consents/list-consents.js';
import { type CoordinatorLine, showCoordinators } from '../../youths/coordination/list-handovers.js';
import { mayOfferHandover } from '../../youths/coordination/may-offer.js';
import { type CustodyHolderLine, showCustodyHolders } from '../../youths/custody/list-custody-holders.js';
import { type MeasureLine, showMeasures } from '../../youths/measures/list-measures.js';
import { type NetworkLine, showNetwork } from '../../youths/network/network.js';
import type { YouthDetails } from '../../youths/youth-details.service.js';

/** More caseworkers than any municipality of this kind has. */
const MOST_STAFF = 1000;

export interface Receiver {
  readonly id: string;
  readonly name: string;
  readonly department: string;
}

/** All that the youth's page shows, read in one transaction and logged part by part. */
export interface YouthPageData {
  readonly actor: Actor;
  readonly today: CalendarDate;
  readonly now: Date;
  readonly youth: YouthDetails;
  readonly card: YouthCard;
  readonly deadlines: YouthDeadlines;
  readonly milestones: readonly MilestoneLine[];
  readonly measures: readonly MeasureLine[];
  readonly items: readonly YouthItem[];
  /** The items that the youth did not come to, by id. */
  readonly missed: ReadonlySet<string>;
  /** What lets each area hear the next item; null where none is ahead. */
  readonly bases: readonly BasisLine[] | null;
  readonly network: readonly NetworkLine[];
  readonly custodyHolders: readonly CustodyHolderLine[];
  readonly consents: readonly ConsentLine[];
  readonly planVersions: readonly PlanVersionLine[];
  readonly coordinators: readonly CoordinatorLine[];
  /** What stands open about a K-møde; null when nothing does. */
  readonly step: NextStep | null;
  /** The units of today. */
  readonly units: readonly DepartmentLine[];
  /** Whom the actor may offer the youth to; null when the actor may not, or an offer waits for an answer. */
  readonly receivers: readonly Receiver[] | null;
}

/** Reads the page of a youth that has been opened for the actor. The number of queries does not grow with the rows. */
export async function readYouthPage(tx: Tx, youth: YouthDetails, plans: PlanVersionsService): Promise<YouthPageData> {
  const items = await showYouthItems(tx, youth.id);
  const next = nextItem(items, tx.now);
  const units = await readDepartments(tx);
  return {
    actor: tx.actor, today: tx.today, now: tx.now, youth, items, units,
    card: await youthCard(tx, youth.id),
    deadlines: await readYouthDeadlines(tx, youth.id),
    milestones: await listMilestones(tx, youth.id),
    measures: await showMeasures(tx, youth.id),
    bases: next === null ? null : await sharingBasesOf(tx, next),
    missed: await itemsWithoutTheYouth(tx, youth.id),
    network: await showNetwork(tx, youth.id),
    custodyHolders: await showCustodyHolders(tx, youth.id),
    consents: await showConsents(tx, youth.id),
    planVersions: await plans.list(tx, youth.id),
    coordinators: await showCoordinators(tx, youth.id),
    receivers: await receiversFor(tx, youth, units),
    step: (await readNextSteps(tx, [youth.id])).get(youth.id) ?? null,
  };
}

/** The first item that is still ahead, or null. */
export function nextItem(items: readonly YouthItem[], now: Date): YouthItem | null {
  return items.find((item) => item.state === 'booked' && item.endsAt > now) ?? null;
}

async function receiversFor(tx: Tx, youth: YouthDetails, departments: readonly DepartmentLine[]): Promise<Receiver[] | null> {
  const staff = await readStaff(tx, null, null, MOST_STAFF);
  const units = new Map(departments.map(({ id, name }) => [id, name]));
  const coordinatorId = youth.coordinator?.id ?? null;
  const coordinatorDepartmentId = staff.find(({ id }) => id === coordinatorId)?.departmentId ?? null;
  const may = mayOfferHandover(tx.actor, { coordinatorId, coordinatorDepartmentId, departmentId: youth.department.id });
  if (!may || youth.openHandover !== null) return null;
  return staff.filter((person) => coordinates(person) && person.id !== coordinatorId)
    .map(({ id, name, departmentId }) => ({ id, name, department: units.get(departmentId) ?? 'Andre' }));
}

function coordinates({ roles }: StaffLine): boolean {
  return roles.includes('caseworker') || roles.includes('team_leader');
}
