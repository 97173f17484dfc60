import { conflict } from '../platform/errors/domain-error.js';

export const REFERRAL_STATES = [
  'draft', 'submitted', 'accepted', 'returned', 'directly_coordinated', 'withdrawn', 'booked', 'concluded',
] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];

export type ReferralVerb = 'submit' | 'accept' | 'return' | 'coordinateDirectly' | 'withdraw' | 'book' | 'unbook' | 'conclude';

/** What each verb may start from and where it leads. A booked referral is unbooked before anything but its conclusion. */
export const REFERRAL_TRANSITIONS: Readonly<Record<ReferralVerb, { readonly from: readonly ReferralState[]; readonly to: ReferralState }>> = {
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  accept: { from: ['submitted'], to: 'accepted' },
  return: { from: ['submitted', 'accepted'], to: 'returned' },
  coordinateDirectly: { from: ['draft', 'submitted', 'accepted', 'returned'], to: 'directly_coordinated' },
  withdraw: { from: ['draft', 'submitted', 'accepted', 'returned'], to: 'withdrawn' },
  book: { from: ['accepted'], to: 'booked' },
  unbook: { from: ['booked'], to: 'accepted' },
  conclude: { from: ['booked'], to: 'concluded' },
};

export const REFERRAL_STATE_LABELS: Readonly<Record<ReferralState, string>> = {
  draft: 'kladde',
  submitted: 'venter på vurdering',
  accepted: 'godkendt, mangler tid',
  returned: 'sendt tilbage',
  directly_coordinated: 'koordineres uden møde',
  withdrawn: 'trukket tilbage',
  booked: 'har fået en tid',
  concluded: 'afsluttet',
};

const STANDS: Readonly<Record<ReferralState, string>> = {
  draft: 'Anmodningen er en kladde.',
  submitted: 'Anmodningen venter på vurdering.',
  accepted: 'Anmodningen er allerede godkendt.',
  returned: 'Anmodningen er sendt tilbage til den, der skrev den.',
  directly_coordinated: 'Anmodningen koordineres uden møde og er afsluttet.',
  withdrawn: 'Anmodningen er trukket tilbage.',
  booked: 'Anmodningen har fået en tid. Aflys tiden først, hvis den skal ændres.',
  concluded: 'Punktet er afsluttet og kan ikke ændres mere.',
};

/** States that a step led to which may be taken back as a slip; only by who took the step, and soon. */
export const TAKEN_BACK_FROM: readonly ReferralState[] = ['accepted', 'returned', 'directly_coordinated', 'withdrawn'];

/** States in which a referral still wants something to happen; only one such per youth and type. */
export const OPEN_REFERRAL_STATES: readonly ReferralState[] = ['draft', 'submitted', 'accepted', 'returned', 'booked'];

/** States in which the content may still be changed by its author. */
export const EDITABLE_REFERRAL_STATES: readonly ReferralState[] = ['draft', 'returned'];

/** Whether the verb may be used on a referral that stands there. */
export function mayMove(from: ReferralState, verb: ReferralVerb): boolean {
  return REFERRAL_TRANSITIONS[verb].from.includes(from);
}

/** The state that a verb leads to. Throws 409 `invalid_transition`, saying where the referral stands, when it may not be used. */
export function stateAfter(from: ReferralState, verb: ReferralVerb): ReferralState {
  if (!mayMove(from, verb)) throw conflict('invalid_transition', `${STANDS[from]} Hent siden igen, før du prøver på ny.`, { state: from });
  return REFERRAL_TRANSITIONS[verb].to;
}
