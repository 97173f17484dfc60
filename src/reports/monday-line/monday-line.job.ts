import { Injectable, type OnModuleInit } from '@nestjs/common';
import { actorOf } from '../../auth/actor-of.js';
import { dayNumber, mondayOf } from '../../platform/clock/calendar-date.js';
import { toInstant } from '../../platform/clock/zone.js';
import { Config } from '../../platform/config/config.js';
import type { Tx } from '../../platform/database/tx.js';
import { Scheduled } from '../../platform/jobs/scheduled.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { MailComposers, type MailComposer } from '../../mails/mail-composers.js';
import { writeMail } from '../../mails/write-mail.js';
import { mondayFigures } from './monday-figures.js';
import { mondayText } from './monday-text.js';

const ADDRESSEES = `
  SELECT DISTINCT person.id FROM staff_member person JOIN staff_role held ON held.staff_id = person.id
  WHERE person.deactivated_at IS NULL AND held.role IN ('caseworker', 'team_leader', 'meeting_secretary', 'chair')
    AND held.valid_from <= $1 AND (held.valid_to IS NULL OR held.valid_to >= $1)
    AND NOT EXISTS (SELECT 1 FROM mail_delivery sent WHERE sent.subject_kind = 'person' AND sent.subject_id = person.id AND sent.kind = 'monday_line' AND sent.sequence = $2)
  ORDER BY person.id`;

/** One mail a week per person: on Monday at six, or the first day after it that the program runs. */
@Injectable()
export class MondayLineJob implements OnModuleInit {
  constructor(
    private readonly composers: MailComposers,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.composers.add('monday_line', this.compose);
  }

  @Scheduled({ name: 'reports.monday-line', everySeconds: 3_600 })
  async run(tx: Tx): Promise<void> {
    if (!this.mailer.enabled) return;
    const monday = mondayOf(tx.today);
    const sequence = Math.floor(dayNumber(monday) / 7);
    for (const { id } of await tx.query<{ id: string }>(ADDRESSEES, [tx.today, sequence], 'monday-addressees')) {
      await writeMail(tx, {
        kind: 'monday_line', subjectKind: 'person', subjectId: id, recipientKind: 'staff', recipientId: id, sequence, notBefore: toInstant(monday, '06:00'),
      });
    }
  }

  /** The numbers are those of the moment at which it goes out. */
  private readonly compose: MailComposer = async (tx, { recipientId }) => {
    const person = await actorOf(tx, recipientId);
    return person === null ? null : mondayText(await mondayFigures(tx.through(person)), tx.today, this.config.PUBLIC_URL);
  };
}
