import { type InvitationLine, listInvitations } from '../../../invitations/history/list-invitations.js';
import { listProfessionals, type ProfessionalLine } from '../../../invitations/history/list-professionals.js';
import { type LetterLine, listLetters } from '../../../letters/letters.js';
import { listMinutesCopies, type MinutesCopyLine } from '../../../letters/minutes-copies/minutes-copies.js';
import type { Tx } from '../../../platform/database/tx.js';
import { type ConsentLine, showConsents } from '../../../youths/consents/list-consents.js';
import { type NetworkLine, showNetwork } from '../../../youths/network/network.js';
import type { ItemAccess } from '../read-item.js';

/** All that leaves the house about one item: mails, letters, and minutes for those who did not come. */
export interface PostData {
  readonly item: ItemAccess;
  readonly professionals: readonly ProfessionalLine[];
  readonly invitations: readonly InvitationLine[];
  readonly letters: readonly LetterLine[];
  readonly copies: readonly MinutesCopyLine[];
  /** Whom the reader may choose as a guest; empty where nobody can be invited. */
  readonly network: readonly NetworkLine[];
  readonly consents: readonly ConsentLine[];
}

/** What the page says, and whether the municipality has a mail server at all. */
export interface PostToShow extends PostData {
  readonly sendsMail: boolean;
}

/** The number of queries does not grow with people or letters. */
export async function readPost(tx: Tx, item: ItemAccess): Promise<PostData> {
  const { id, youth, state } = item.booking;
  const copies = await listMinutesCopies(tx, id);
  return {
    item, copies,
    professionals: await listProfessionals(tx, id),
    invitations: await listInvitations(tx, id),
    letters: await listLetters(tx, id),
    network: youth !== null && item.handles && state === 'booked' ? await showNetwork(tx, youth.id) : [],
    consents: youth !== null && copies.length > 0 ? await showConsents(tx, youth.id) : [],
  };
}
