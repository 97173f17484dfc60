import type { Tx } from '../../platform/database/tx.js';
import type { AccessGround } from '../../youths/access/access-grounds.js';
import { endAccess, grantAccess } from '../../youths/access/grant-access.js';
import type { Referral, ReferralStep } from '../referral.entity.js';

/** Until it is accepted its author has the shared card, and no more of the youth. */
export async function grantCardToAuthor(tx: Tx, referral: Referral, youthId: string): Promise<void> {
  const holder = { staffId: referral.authorId };
  await grantAccess(tx, { youthId, holder, ground: 'referral_author', sourceId: referral.id, scope: 'card' });
}

/** Gives and ends access to the youth as the referral moves. */
export async function followAccess(tx: Tx, referral: Referral, youthId: string, step: ReferralStep): Promise<void> {
  const end = (ground: AccessGround): Promise<void> => endAccess(tx, { youthId, ground, sourceId: referral.id, untilAt: tx.now });
  switch (step.verb) {
    case 'submit':
      await grantCardToAuthor(tx, referral, youthId);
      await grantToTriage(tx, referral, youthId);
      return;
    case 'accept':
      await grantAccess(tx, { youthId, holder: { departmentId: referral.authorDepartmentId }, ground: 'accepted_referral', sourceId: referral.id });
      return end('referral_author');
    case 'return':
      await end('accepted_referral');
      await end('open_referral');
      return grantCardToAuthor(tx, referral, youthId);
    case 'coordinateDirectly':
    case 'withdraw':
    case 'conclude':
      await end('accepted_referral');
      await end('open_referral');
      return end('referral_author');
    case 'takeBack': return followTakingBack(tx, referral, youthId, step);
    case 'book':
    case 'unbook':
  }
}

/** Gives what the state that it is back in gives; what came with the step that was taken back ends. */
async function followTakingBack(tx: Tx, referral: Referral, youthId: string, { from, to }: ReferralStep): Promise<void> {
  if (from === 'accepted') await endAccess(tx, { youthId, ground: 'accepted_referral', sourceId: referral.id, untilAt: tx.now });
  if (to === 'submitted' || to === 'accepted') await grantToTriage(tx, referral, youthId);
  if (to !== 'accepted') return grantCardToAuthor(tx, referral, youthId);
  await grantAccess(tx, { youthId, holder: { departmentId: referral.authorDepartmentId }, ground: 'accepted_referral', sourceId: referral.id });
  await endAccess(tx, { youthId, ground: 'referral_author', sourceId: referral.id, untilAt: tx.now });
}

async function grantToTriage(tx: Tx, referral: Referral, youthId: string): Promise<void> {
  const roles = ['meeting_secretary', 'chair'] as const;
  await grantAccess(tx, roles.map((role) => ({ youthId, holder: { role }, ground: 'open_referral' as const, sourceId: referral.id })));
}
