/** Closed lists of the contract with the words that a person reads. */

export const REFERRAL_TYPE_CODES = [
  'transition', 'sparring', 'youth_support_assessment', 'stu_assessment', 'coordination', 'internal_discussion',
  'network_meeting', 'follow_up',
] as const;
export type ReferralTypeCode = (typeof REFERRAL_TYPE_CODES)[number];

export const PURPOSES = ['coordinate', 'spar', 'decide'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const PURPOSE_LABELS: Readonly<Record<Purpose, string>> = {
  coordinate: 'koordinering',
  spar: 'sparring',
  decide: 'beslutning',
};

export const URGENT_REASONS = ['moved_in', 'late_diagnosis', 'losing_support', 'other'] as const;
export type UrgentReason = (typeof URGENT_REASONS)[number];

export const URGENT_REASON_LABELS: Readonly<Record<UrgentReason, string>> = {
  moved_in: 'tilflyttet fra en anden kommune',
  late_diagnosis: 'sent udredt eller diagnosticeret',
  losing_support: 'mister snart sin støtte',
  other: 'andet',
};

export const WITHOUT_YOUTH_REASONS = [
  'special_character', 'target_group_clarification', 'principled_question', 'declined', 'ill', 'withdrawn_contact', 'unreachable', 'other',
] as const;
export type WithoutYouthReason = (typeof WITHOUT_YOUTH_REASONS)[number];

export const WITHOUT_YOUTH_REASON_LABELS: Readonly<Record<WithoutYouthReason, string>> = {
  special_character: 'sagen er af særlig karakter, og vi skal sammen sætte en retning',
  target_group_clarification: 'vi skal afklare, hvilken målgruppe den unge hører til',
  principled_question: 'det er et principielt spørgsmål',
  declined: 'den unge har sagt nej tak',
  ill: 'den unge er syg',
  withdrawn_contact: 'den unge har trukket sig (overvej opsøgende indsats efter serviceloven § 99)',
  unreachable: 'det er ikke lykkedes at få kontakt',
  other: 'andet',
};
