import type { Tx } from '../platform/database/tx.js';
import { rule } from '../platform/errors/domain-error.js';
import { lockYouth } from './access/open-youth.js';
import { moveConsentExpiry } from './consents/consents.js';
import { youthChanged } from './youth-events.js';
import type { YouthCorrection } from './youth.entity.js';

/**
 * Corrects what is known about a youth. A corrected birth date moves the 18th birthday, the end of the parents' consents
 * and, by `youth.changed`, the deadlines.
 * @throws DomainError not_found; rule `not_born`
 */
export async function correctYouth(tx: Tx, youthId: string, correction: YouthCorrection): Promise<void> {
  const { youth, ground } = await lockYouth(tx, youthId);
  const bornBefore = youth.birthDate;
  const fields = youth.correct(correction, tx.today, tx.now);
  if (youth.birthDate > tx.today) throw rule('not_born', 'Fødselsdatoen ligger i fremtiden. Ret den.');
  tx.audit('youth.corrected', { type: 'youth', id: youthId, youthIds: [youthId], ground, detail: { fields } });
  if (fields.length === 0) return;
  await tx.save(youth);
  if (youth.birthDate !== bornBefore) await moveConsentExpiry(tx, youthId, bornBefore, youth.birthDate);
  tx.enqueue(youthChanged, { youthId });
}
