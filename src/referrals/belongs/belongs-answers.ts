export type BelongsOutcome = 'yes' | 'no' | 'unclear' | 'coordinate_directly';

/** From little to much; the last three are the levels that the transition meeting is for (TULU-rapporten 2016). */
export const SUPPORT_LEVELS = ['none', 'less_intrusive', 'individual_support', 'temporary_housing', 'long_term_housing'] as const;
export type SupportLevel = (typeof SUPPORT_LEVELS)[number];

export const SUPPORT_LEVEL_LABELS: Readonly<Record<SupportLevel, string>> = {
  none: 'ingen støtte',
  less_intrusive: 'mindre indgribende støtte, fx en kontaktperson',
  individual_support: 'individuel støtte (serviceloven § 85)',
  temporary_housing: 'midlertidigt botilbud (serviceloven § 107)',
  long_term_housing: 'længerevarende bolig (serviceloven § 108, almenboligloven § 105)',
};

/** What the author answers to "hører sagen til på K-mødet?". Not answered and `null` both mean "ved ikke". */
export interface BelongsAnswers {
  needsSeveralAreas?: boolean | null;
  betweenAuthorityAreas?: boolean | null;
  supportAfter18?: SupportLevel | null;
  cannotLiveAlone?: boolean | null;
  retainedPlacement?: boolean | null;
  youthSupportOnly?: boolean | null;
  specialSchool?: boolean | null;
  canAgreeDirectly?: boolean | null;
}

/** The questions in the order they are asked. */
export const BELONGS_QUESTIONS: Readonly<Record<keyof BelongsAnswers, string>> = {
  needsSeveralAreas: 'Har den unge brug for en indsats fra flere områder, som skal koordineres?',
  betweenAuthorityAreas: 'Skal den unge fra et myndighedsområde til et andet?',
  supportAfter18: 'Hvilken støtte regner I med, at den unge har brug for efter 18?',
  cannotLiveAlone: 'Vil den unge ikke kunne klare sig i egen lejlighed uden støtte?',
  retainedPlacement: 'Skal en anbringelse opretholdes efter 18 (barnets lov § 120)?',
  youthSupportOnly: 'Er det alene ungestøtte (barnets lov §§ 114-116), der er på tale?',
  specialSchool: 'Går den unge i et specialskoletilbud?',
  canAgreeDirectly: 'Kan de berørte enheder klare det med en direkte aftale?',
};
