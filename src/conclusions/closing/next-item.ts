import { formatDateLongDanish } from '../../platform/clock/danish-format.js';
import { staffIdOf } from '../../platform/database/actor.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { book } from '../../meetings/bookings/book.js';
import { refuseSecondReferral } from '../../referrals/raising/duplicate-referral.js';
import { Referral } from '../../referrals/referral.entity.js';
import { recordStep } from '../../referrals/steps/record-step.js';
import type { ReferralTypeCode } from '../../referrals/types/referral-codes.js';
import { typeInForce } from '../../referrals/types/referral-types.queries.js';
import type { ClosingStatement, NextStep } from './closing-statement.js';
import { YOUTH_DID_NOT_COME } from './missing-attendance.js';
import type { ItemToConclude } from './item-to-conclude.js';

/** Whom the next item belongs to: the person and the unit that carry it on. */
interface Carrier {
  readonly authorId: string;
  readonly authorDepartmentId: string;
}

/**
 * Books the slot that the meeting chose: an accepted referral is made for it, and it is placed through the one guarded path.
 * It takes its locks first: call it before anything else of the conclusion is written. Returns the booking's id.
 * @throws DomainError conflict `already_referred`; and as `book`
 */
export async function bookNextItem(tx: Tx, item: ItemToConclude, statement: ClosingStatement, next: NextStep & { slotId: string }): Promise<string> {
  const referral = await raiseNext(tx, item, nextType(item, statement, next), statement.coordinatorId ?? null);
  const { slotId, participantIds = [], lateReason = null } = next;
  return book(tx, { referralId: referral.id, slotId, participantIds, lateReason });
}

/** What was named; else the same again for a youth who did not come or an anonymous item, and a follow-up otherwise. */
function nextType(item: ItemToConclude, statement: ClosingStatement, next: NextStep): ReferralTypeCode {
  if (next.type !== undefined) return next.type;
  return item.youth === null || statement.outcome === YOUTH_DID_NOT_COME ? item.referral.type : 'follow_up';
}

async function raiseNext(tx: Tx, item: ItemToConclude, code: ReferralTypeCode, coordinatorId: string | null): Promise<Referral> {
  const { referral: former, youth, date } = item;
  const type = await typeInForce(tx, code, tx.today);
  if (youth !== null) await refuseSecondReferral(tx, youth.id, code, former.id);
  const again = code === former.type;
  const referral = Object.assign(new Referral(), {
    id: newId(), youthId: former.youthId, type: code, typeId: type.id, areas: [...former.areas],
    purpose: again ? former.purpose : 'coordinate', reason: `Aftalt på punktet den ${formatDateLongDanish(date)}.`,
    urgentReason: null, urgentNote: null, belongs: again ? { ...former.belongs } : {}, belongsOutcome: 'yes',
    withoutYouthReason: former.withoutYouthReason, withoutYouthNote: former.withoutYouthNote, youthWish: null,
    ...(await carrierOf(tx, former, coordinatorId)), state: 'draft', queueFirst: false, returnOn: null, createdAt: tx.now, submittedAt: null, acceptedAt: null,
  });
  await tx.save(referral);
  tx.audit('referral.raised', {
    type: 'referral', id: referral.id, youthIds: youth === null ? [] : [youth.id], ground: item.ground, detail: { type: code, followsBooking: item.booking.id },
  });
  await recordStep(tx, referral, referral.submit(tx.actor, tx.now));
  await recordStep(tx, referral, referral.accept(tx.actor, tx.now, 'Aftalt på mødet.'));
  return referral;
}

/** The coordinating caseworker's unit carries it on; without one, the unit that raised the former. */
async function carrierOf(tx: Tx, former: Referral, coordinatorId: string | null): Promise<Carrier> {
  if (coordinatorId === null) return { authorId: former.authorId, authorDepartmentId: former.authorDepartmentId };
  const [row] = await tx.query<Carrier>(
    'SELECT id AS "authorId", department_id AS "authorDepartmentId" FROM staff_member WHERE id = $1', [coordinatorId], 'next-item-carrier',
  );
  return row ?? { authorId: staffIdOf(tx.actor), authorDepartmentId: former.authorDepartmentId };
}
