/** Closed lists of a conclusion, with the words that a person reads. */

/** How the youth's own view was brought in when the youth was not there. */
export const YOUTH_VIEWS = ['three_houses', 'letter', 'companion', 'caseworker', 'heard_before', 'not_brought_in'] as const;
export type YouthView = (typeof YOUTH_VIEWS)[number];

export const YOUTH_VIEW_LABELS: Readonly<Record<YouthView, string>> = {
  three_houses: 'de tre huse',
  letter: 'et brev eller en besked fra den unge',
  companion: 'den unges bisidder',
  caseworker: 'sagsbehandleren fortalte, hvad den unge har sagt',
  heard_before: 'den unge blev hørt før mødet',
  not_brought_in: 'den unges mening kom ikke med',
};

/** What follows when the youth did not come: a new time, sparring without the youth, or outreach (serviceloven § 99). */
export const ABSENCE_ANSWERS = ['rebook', 'sparring', 'outreach'] as const;
export type AbsenceAnswer = (typeof ABSENCE_ANSWERS)[number];

export const ABSENCE_ANSWER_LABELS: Readonly<Record<AbsenceAnswer, string>> = {
  rebook: 'ny tid',
  sparring: 'sparring uden den unge',
  outreach: 'opsøgende indsats (serviceloven § 99)',
};

/** `tell_youth`: tell the youth what was said · `outreach`: seek the youth out (serviceloven § 99). */
export const ACTION_KINDS = ['agreed', 'tell_youth', 'outreach'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

export type MinutesState = 'draft' | 'approved';

/** How the case goes on: another item, a look by somebody, or not at all. */
export type NextKind = 'slot' | 'check' | 'closed';
