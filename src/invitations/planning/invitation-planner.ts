import { Injectable } from '@nestjs/common';
import { calendarChannelChosen } from '../../calendars/channel/calendar-channel-events.js';
import { bookingChanged } from '../../meetings/bookings/booking-events.js';
import { meetingDayChanged } from '../../meetings/days/meeting-day-events.js';
import { Config } from '../../platform/config/config.js';
import type { Tx } from '../../platform/database/tx.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { Handles } from '../../platform/outbox/handlers.js';
import { youthChanged } from '../../youths/youth-events.js';
import type { Occasion } from './read-occasion.js';
import { planInvitations } from './plan-invitations.js';

interface SubjectRow {
  readonly kind: Occasion['subjectKind'];
  readonly id: string;
}

const OF_PERSON = `
  SELECT 'booking' AS kind, item.id FROM booking_participant part JOIN booking item ON item.id = part.booking_id AND item.state = 'booked' AND item.ends_at > $2
  WHERE part.staff_id = $1 AND NOT part.standing
  UNION SELECT 'meeting_day', day.id FROM meeting_day day
  WHERE day.state IN ('planned', 'closed') AND day.ends_at > $2 AND ($1 IN (day.chair_id, day.minute_taker_id)
    OR EXISTS (SELECT 1 FROM meeting_day_panel seat WHERE seat.meeting_day_id = day.id AND seat.staff_id = $1 AND seat.seated))
  ORDER BY id`;

/** The rooms of a youth's items are told or not as the protection stands. */
const OF_YOUTH = `SELECT 'booking' AS kind, id FROM booking WHERE youth_id = $1 AND state = 'booked' AND ends_at > $2 ORDER BY id`;

/** Plans invitations after every change that somebody's calendar must follow; without a mail server nothing is planned. */
@Injectable()
export class InvitationPlanner {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  @Handles(bookingChanged)
  async followItem(tx: Tx, { bookingId }: { bookingId: string }): Promise<void> {
    if (this.mailer.enabled) await this.plan(tx, 'booking', bookingId);
  }

  @Handles(meetingDayChanged)
  async followDay(tx: Tx, { meetingDayId }: { meetingDayId: string }): Promise<void> {
    if (this.mailer.enabled) await this.plan(tx, 'meeting_day', meetingDayId);
  }

  @Handles(calendarChannelChosen)
  async followChannel(tx: Tx, { staffId }: { staffId: string }): Promise<void> {
    await this.planAll(tx, await tx.query<SubjectRow>(OF_PERSON, [staffId, tx.now], 'invitations-of-person'));
  }

  @Handles(youthChanged)
  async followYouth(tx: Tx, { youthId }: { youthId: string }): Promise<void> {
    await this.planAll(tx, await tx.query<SubjectRow>(OF_YOUTH, [youthId, tx.now], 'invitations-of-youth'));
  }

  private async planAll(tx: Tx, subjects: readonly SubjectRow[]): Promise<void> {
    if (!this.mailer.enabled) return;
    for (const { kind, id } of subjects) await this.plan(tx, kind, id);
  }

  private async plan(tx: Tx, kind: Occasion['subjectKind'], id: string): Promise<void> {
    await planInvitations(tx, kind, id, this.config.timing.INVITATION_HOLD_MS);
  }
}
