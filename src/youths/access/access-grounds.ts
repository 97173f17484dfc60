export const ACCESS_GROUNDS = [
  'coordinating_caseworker',
  'open_measure',
  'accepted_referral',
  'booked_item',
  'open_referral',
  'open_item',
  'import',
  'referral_author',
] as const;

/**
 * Why somebody may see a youth; it stands in the read log as the purpose.
 * - `coordinating_caseworker`: is the youth's coordinating caseworker (source: the coordination)
 * - `open_measure`: the department has a running measure (source: the measure)
 * - `accepted_referral`: the department's referral was accepted (source: the referral)
 * - `booked_item`: takes part in an item, until 30 days after or until one's last open action is closed (source: the booking)
 * - `open_referral`, `open_item`: the secretary and the chair, while a referral or an item is open (source: that)
 * - `import`: imported or created the youth, 30 days (source: the import, or the youth)
 * - `referral_author`: raised a referral that is not accepted yet; the shared card only (source: the referral)
 */
export type AccessGround = (typeof ACCESS_GROUNDS)[number];

/** `full`: the youth's case. `card`: which units are involved and whom to call, no more. */
export type AccessScope = 'card' | 'full';

/** The roles that may hold access as such, whoever has the role on the day. */
export type AccessRole = 'meeting_secretary' | 'chair';

/** Who gets access: a person, a department (its caseworkers and team leaders), or a role. */
export type AccessHolder =
  | { readonly staffId: string }
  | { readonly departmentId: string }
  | { readonly role: AccessRole };
