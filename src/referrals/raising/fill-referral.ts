import type { Referral } from '../referral.entity.js';
import type { ReferralChange } from '../referral.dto.js';

/** Lays what was sent over a referral. What is left out stays; `null` takes away. */
export function fillReferral(referral: Referral, sent: ReferralChange): void {
  if (sent.purpose !== undefined) referral.purpose = sent.purpose;
  if (sent.reason !== undefined) referral.reason = sent.reason.trim();
  if (sent.areas !== undefined) referral.areas = sent.areas;
  if (sent.belongs !== undefined) referral.belongs = { ...sent.belongs };
  if (sent.youthWish !== undefined) referral.youthWish = textOrNull(sent.youthWish);
  if (sent.urgent !== undefined) {
    referral.urgentReason = sent.urgent?.reason ?? null;
    referral.urgentNote = textOrNull(sent.urgent?.note);
  }
  if (sent.withoutYouth !== undefined) {
    referral.withoutYouthReason = sent.withoutYouth?.reason ?? null;
    referral.withoutYouthNote = textOrNull(sent.withoutYouth?.note);
  }
}

function textOrNull(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
