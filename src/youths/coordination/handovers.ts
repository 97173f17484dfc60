import { staffIdOf } from '../../platform/database/actor.js';
import { isId } from '../../platform/database/ids.js';
import type { Scope } from '../../platform/database/scope.js';
import type { Tx } from '../../platform/database/tx.js';
import { conflict, forbidden, notFound, rule } from '../../platform/errors/domain-error.js';
import { accessTo } from '../access/open-youth.js';
import { Youth } from '../youth.entity.js';
import { changeCoordinator, requireCaseworker } from './coordinators.js';
import { Handover } from './handover.entity.js';
import { leadsUnitOf, mayOfferHandover, type CoordinatedYouth } from './may-offer.js';
import { openHandoverOf, saveAnswered } from './open-handover.js';

/**
 * Offers a youth to another coordinating caseworker; until it is accepted the present one stays. Returns the hand-over's id.
 * @throws DomainError not_found; forbidden `not_coordinator`; conflict `handover_open`; rule `same_coordinator`, `not_a_caseworker`
 */
export async function offerHandover(tx: Tx, youthId: string, toStaffId: string): Promise<string> {
  const coordinated = await coordinatedYouth(tx, youthId);
  const access = await accessTo(tx, youthId);
  if (access?.scope !== 'full' && !leadsUnitOf(tx.actor, coordinated)) throw notFound();
  if (!mayOfferHandover(tx.actor, coordinated)) {
    throw forbidden('not_coordinator', 'Kun den koordinerende sagsbehandler eller teamlederen kan overdrage den unge.');
  }
  await tx.lock(Youth, youthId);
  if ((await openHandoverOf(tx, youthId)) !== null) {
    throw conflict('handover_open', 'Den unge er allerede tilbudt til en anden. Vent på svar, eller træk tilbuddet tilbage.');
  }
  const handover = await offerTo(tx, youthId, coordinated.coordinatorId, toStaffId);
  auditHandover(tx, 'handover.offered', handover, access?.ground ?? 'team_leader');
  return handover.id;
}

/** Writes the offer. @throws DomainError rule `same_coordinator`, `not_a_caseworker` */
export async function offerTo(tx: Tx, youthId: string, fromStaffId: string | null, toStaffId: string): Promise<Handover> {
  if (fromStaffId === toStaffId) {
    throw rule('same_coordinator', 'Vedkommende er allerede koordinerende sagsbehandler. Vælg en anden.');
  }
  await requireCaseworker(tx, toStaffId);
  return tx.save(Handover.offer({ youthId, fromStaffId, toStaffId, offeredBy: staffIdOf(tx.actor) }, tx.now));
}

/** The receiver becomes the coordinating caseworker. @throws DomainError not_found; forbidden `not_receiver`; conflict `invalid_transition` */
export async function acceptHandover(tx: Tx, handoverId: string): Promise<void> {
  const handover = await lockHandover(tx, handoverId);
  handover.accept(staffIdOf(tx.actor), tx.now);
  await saveAnswered(tx, handover);
  await changeCoordinator(tx, handover.youthId, handover.toStaffId);
  auditHandover(tx, 'handover.accepted', handover, 'receiver');
}

/** Nothing changes hands. @throws DomainError not_found; forbidden `not_receiver`; conflict `invalid_transition` */
export async function refuseHandover(tx: Tx, handoverId: string): Promise<void> {
  const handover = await lockHandover(tx, handoverId);
  handover.decline(staffIdOf(tx.actor), tx.now);
  await saveAnswered(tx, handover);
  auditHandover(tx, 'handover.declined', handover, 'receiver');
}

/** Who offered, or whose youth it is, takes the offer back. @throws DomainError not_found; forbidden `not_offerer`; conflict `invalid_transition` */
export async function withdrawHandover(tx: Tx, handoverId: string): Promise<void> {
  const handover = await lockHandover(tx, handoverId);
  const me = staffIdOf(tx.actor);
  if (handover.offeredBy !== me && handover.fromStaffId !== me) {
    throw forbidden('not_offerer', 'Kun den, der har tilbudt den unge, kan trække tilbuddet tilbage. Afvis det i stedet.');
  }
  handover.withdraw(tx.now);
  await saveAnswered(tx, handover);
  auditHandover(tx, 'handover.withdrawn', handover, 'offerer');
}

/** The hand-overs that concern the actor: offered to, offered by or taken from. */
function myHandovers(staffId: string): Scope {
  return (alias) => ({
    sql: `:handoverStaff IN (${alias}.toStaffId , ${alias}.fromStaffId , ${alias}.offeredBy )`,
    parameters: { handoverStaff: staffId },
  });
}

/** The youth first, then its hand-over: the order in which everything else locks them. */
async function lockHandover(tx: Tx, handoverId: string): Promise<Handover> {
  const mine = myHandovers(staffIdOf(tx.actor));
  const { youthId } = await tx.find(Handover, handoverId, mine);
  await tx.lock(Youth, youthId);
  return tx.lock(Handover, handoverId, mine);
}

async function coordinatedYouth(tx: Tx, youthId: string): Promise<CoordinatedYouth> {
  if (!isId(youthId)) throw notFound();
  const [row] = await tx.query<CoordinatedYouth>(
    `SELECT y.department_id AS "departmentId", c.staff_id AS "coordinatorId", s.department_id AS "coordinatorDepartmentId"
     FROM youth y LEFT JOIN coordination c ON c.youth_id = y.id AND c.until_at IS NULL LEFT JOIN staff_member s ON s.id = c.staff_id
     WHERE y.id = $1`,
    [youthId], 'coordinated-youth',
  );
  if (row === undefined) throw notFound();
  return row;
}

function auditHandover(tx: Tx, action: `handover.${string}`, handover: Handover, ground: string): void {
  const { id, youthId, fromStaffId, toStaffId } = handover;
  tx.audit(action, { type: 'handover', id, youthIds: [youthId], ground, detail: { fromStaffId, toStaffId } });
}
