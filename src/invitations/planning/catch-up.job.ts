import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import type { Tx } from '../../platform/database/tx.js';
import { Scheduled } from '../../platform/jobs/scheduled.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { Handles } from '../../platform/outbox/handlers.js';
import { defineMessage } from '../../platform/outbox/message.js';
import { listBehind, type SubjectOfInvitation } from './list-behind.js';
import { planInvitations } from './plan-invitations.js';

/** Somebody has not been told of a coming item or day as it stands, or not by the way that their meetings come. */
const invitationsBehind = defineMessage<SubjectOfInvitation>('invitations.behind');

/**
 * Once a mail server is configured, what was booked, changed or to come by another way before that is told too; the ledger lets
 * nothing be told twice.
 */
@Injectable()
export class InvitationCatchUpJob {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** Asks for one message per item or day that somebody has not been told of; none without a mail server. */
  @Scheduled({ name: 'invitations.catch_up', everySeconds: 900 })
  async look(tx: Tx): Promise<void> {
    if (!this.mailer.enabled) return;
    for (const subject of await listBehind(tx)) tx.enqueue(invitationsBehind, subject);
  }

  @Handles(invitationsBehind)
  async plan(tx: Tx, { subjectKind, subjectId }: SubjectOfInvitation): Promise<void> {
    if (this.mailer.enabled) await planInvitations(tx, subjectKind, subjectId, this.config.timing.INVITATION_HOLD_MS);
  }
}
