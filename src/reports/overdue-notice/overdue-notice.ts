import { Injectable, type OnModuleInit } from '@nestjs/common';
import { legalDeadlineOverdue } from '../../deadlines/reminders/reminder-events.js';
import { responsibleOn } from '../../deadlines/reminders/responsible.sql.js';
import { Config } from '../../platform/config/config.js';
import type { Tx } from '../../platform/database/tx.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { Handles } from '../../platform/outbox/handlers.js';
import { MailComposers, type MailComposer } from '../../mails/mail-composers.js';
import { writeMail } from '../../mails/write-mail.js';

const HOUR_MS = 3_600_000;
/** The daily sweep comes in shares; what they find within this time is one mail. */
const GATHER_MS = 300_000;

const OVERDUE = `
  SELECT count(DISTINCT due.id)::int AS count FROM reminder told JOIN deadline due ON due.id = told.deadline_id AND due.state = 'open'
    JOIN deadline_rule rule ON rule.id = due.rule_id AND rule.kind = 'law' JOIN youth y ON y.id = due.youth_id
  WHERE told.recipient_id = $1 AND told.step = 'overdue' AND told.seen_at IS NULL AND told.recipient_id = ANY (${responsibleOn('$2')})`;

const WAITS = `SELECT 1 FROM mail_delivery WHERE subject_kind = 'person' AND subject_id = $1 AND recipient_id = $1 AND kind = 'overdue' AND sequence = $2 AND state = 'pending'`;

/** A legal deadline that has passed is told at once; everything else waits for Monday. At most one mail an hour and person. */
@Injectable()
export class OverdueNotice implements OnModuleInit {
  constructor(
    private readonly composers: MailComposers,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.composers.add('overdue', this.compose);
  }

  @Handles(legalDeadlineOverdue)
  async tell(tx: Tx, { staffId }: { staffId: string }): Promise<void> {
    if (!this.mailer.enabled) return;
    const due = new Date(tx.now.getTime() + GATHER_MS);
    const hour = Math.floor(due.getTime() / HOUR_MS);
    if (await write(tx, staffId, hour, due)) return;
    // One that waits counts this deadline too; one that is out has not, and the next hour's does.
    if ((await tx.query(WAITS, [staffId, hour], 'overdue-waits')).length === 0) await write(tx, staffId, hour + 1, new Date((hour + 1) * HOUR_MS));
  }

  private readonly compose: MailComposer = async (tx, { recipientId }) => {
    const [found] = await tx.query<{ count: number }>(OVERDUE, [recipientId, tx.today], 'overdue-notice');
    const count = found?.count ?? 0;
    return count === 0 ? null : overdueText(count, this.config.PUBLIC_URL);
  };
}

function write(tx: Tx, staffId: string, hour: number, notBefore: Date): Promise<boolean> {
  return writeMail(tx, { kind: 'overdue', subjectKind: 'person', subjectId: staffId, recipientKind: 'staff', recipientId: staffId, sequence: hour, notBefore });
}

function overdueText(count: number, publicUrl: string): { subject: string; text: string } {
  const what = count === 1 ? '1 lovfrist er overskredet' : `${count} lovfrister er overskredet`;
  return { subject: `Overgang: ${what}`, text: `${what}.\n\nSe, hvad der skal gøres, når du er logget ind: ${publicUrl.replace(/\/$/, '')}/frister?vis=overskredet\n` };
}
