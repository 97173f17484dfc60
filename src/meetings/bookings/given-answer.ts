import type { ParticipantAnswer } from './booking-participant.entity.js';

/** An answer to an invitation. One by mail may have taken its time. */
export interface GivenAnswer {
  readonly answer: ParticipantAnswer;
  readonly givenAt: Date;
  readonly by: 'mail' | 'person';
}

/** Whether the person has answered anew since, in a calendar or on a page. */
export function isOlder({ givenAt }: GivenAnswer, { answeredAt }: { readonly answeredAt: Date | null }): boolean {
  return answeredAt !== null && givenAt < answeredAt;
}
