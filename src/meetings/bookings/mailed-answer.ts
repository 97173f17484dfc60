import type { ParticipantAnswer } from './booking-participant.entity.js';

/** An answer that came by mail, which may have taken its time. */
export interface MailedAnswer {
  readonly answer: ParticipantAnswer;
  readonly givenAt: Date;
}

/** Whether the person has answered anew since the mail was written, in a calendar or on the page. */
export function isOlder({ givenAt }: MailedAnswer, { answeredAt }: { readonly answeredAt: Date | null }): boolean {
  return answeredAt !== null && givenAt < answeredAt;
}
