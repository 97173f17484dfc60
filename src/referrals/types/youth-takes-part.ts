import type { ReferralTypeDefinition } from './referral-type-definition.js';

/** Whether the youth is asked to come: not when the referral gives a reason, the type is held without, or nobody is named. */
export function youthTakesPart(
  referral: { readonly youthId: string | null; readonly withoutYouthReason: string | null }, type: Pick<ReferralTypeDefinition, 'youth'>,
): boolean {
  if (referral.youthId === null || referral.withoutYouthReason !== null) return false;
  return type.youth === 'expected' || type.youth === 'as_last_time';
}
