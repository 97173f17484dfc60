import type { Tx } from '../../platform/database/tx.js';
import { conflict } from '../../platform/errors/domain-error.js';
import { visibleReferral } from '../../referrals/referral-scope.js';
import { Referral } from '../../referrals/referral.entity.js';
import { accessTo } from '../../youths/access/open-youth.js';
import type { BookingDeadline } from './booking-deadline.js';
import { proposeSlots } from './propose-slots.js';
import type { ExcludedDay, SlotProposal } from './rank-slots.js';

/** All proposals at once, best first; there is no further page. */
export interface ProposalsView {
  readonly items: readonly SlotProposal[];
  readonly nextCursor: null;
  readonly excluded: readonly ExcludedDay[];
  readonly deadline: BookingDeadline;
}

/**
 * The slots for a referral that the actor may see. Who comes and when tells of the youth's case, so until the referral is
 * accepted they are for those who see the case.
 * @throws DomainError not_found; conflict `not_accepted`, `invalid_transition`
 */
export async function readProposals(tx: Tx, referralId: string): Promise<ProposalsView> {
  const referral = await tx.find(Referral, referralId, visibleReferral(tx));
  const { youthId } = referral;
  const access = youthId === null ? null : await accessTo(tx, youthId);
  if (youthId !== null && access?.scope !== 'full') {
    throw conflict('not_accepted', 'Du kan se ledige tider, når anmodningen er godkendt.', { state: referral.state });
  }
  const { proposals, excluded, deadline } = await proposeSlots(tx, referral);
  const youthIds = youthId === null ? [] : [youthId];
  tx.audit('referral.slots_proposed', { type: 'referral', id: referral.id, youthIds, ground: access?.ground ?? null });
  return { items: proposals, nextCursor: null, excluded, deadline };
}
