import type { Tx } from '../../platform/database/tx.js';
import { meetMilestone } from '../../deadlines/milestones/meet-milestone.js';
import { belongs } from '../belongs/belongs.js';
import { incomplete, referralProblems } from '../referral-problems.js';
import type { Referral } from '../referral.entity.js';
import { recordStep } from '../steps/record-step.js';
import { stateWhenSent } from '../triage-grounds.js';
import { authorityAreas } from '../types/authority-areas.js';
import type { TypeVersion } from '../types/referral-types.queries.js';

/** Asks the check anew: the answers and the type as they stand, by the rules of today. */
export function askWhetherItBelongs(tx: Tx, referral: Referral): void {
  referral.belongsOutcome = belongs(referral.belongs, referral.type, tx.today).outcome;
}

/**
 * Sends a draft, or one that was returned: to triage, or past it when the check says yes to a plain case. Without
 * `insists`, what the check turns away stays with its author.
 * @throws DomainError rule `referral_incomplete` naming what is missing; conflict `invalid_transition`
 */
export async function sendReferral(tx: Tx, referral: Referral, type: TypeVersion, insists: boolean): Promise<void> {
  await requireComplete(tx, referral, type);
  await noteCheckYes(tx, referral);
  const { anonymous, belongsOutcome, urgent, withoutYouthReason } = referral;
  const state = stateWhenSent({ anonymous, belongsOutcome, urgent, withoutYouthReason }, insists);
  if (state === 'draft') return;
  await recordStep(tx, referral, referral.submit(tx.actor, tx.now));
  if (state === 'accepted') await recordStep(tx, referral, referral.accept(tx.actor, tx.now, 'Tjekket siger ja.'));
}

/** A yes to a transition puts the youth in the target group of the deadline for its meeting. */
async function noteCheckYes(tx: Tx, { id, youthId, type, belongsOutcome }: Referral): Promise<void> {
  if (youthId === null || type !== 'transition' || belongsOutcome !== 'yes') return;
  await meetMilestone(tx, youthId, 'transition_check_yes', tx.today, { source: 'system', reference: id });
}

async function requireComplete(tx: Tx, referral: Referral, type: TypeVersion): Promise<void> {
  const problems = referralProblems(
    {
      anonymous: referral.anonymous,
      reason: referral.reason,
      areas: referral.areas,
      texts: [referral.urgentNote, referral.withoutYouthNote, referral.youthWish].filter((text) => text !== null),
      urgent: referral.urgentReason === null ? null : { reason: referral.urgentReason, note: referral.urgentNote },
      withoutYouth: referral.withoutYouthReason === null ? null : { reason: referral.withoutYouthReason, note: referral.withoutYouthNote },
    },
    type, await authorityAreas(tx),
  );
  if (problems.length > 0) throw incomplete(problems);
}
