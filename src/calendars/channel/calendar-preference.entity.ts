import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';

export const CALENDAR_CHANNELS = ['mail', 'feed', 'caldav'] as const;
/** How meetings reach a person's calendar: invitations by mail, a subscription, or pushed to a calendar server. One of them, never two. */
export type CalendarChannel = (typeof CALENDAR_CHANNELS)[number];
/** A channel that may fall silent: what it brings is fetched or pushed. */
export type SilentChannel = Exclude<CalendarChannel, 'mail'>;

/** A person who has chosen a channel; everybody else gets invitations by mail. */
@Entity('calendar_preference')
@Check('ck_calendar_preference_channel', "channel IN ('mail', 'feed', 'caldav')")
@Check('ck_calendar_preference_left', "left_channel IN ('feed', 'caldav')")
export class CalendarPreference {
  @ForeignKey(() => StaffMember, { name: 'fk_calendar_preference_staff' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_calendar_preference' })
  staffId!: string;

  @Column('varchar')
  channel!: CalendarChannel;

  @Column('timestamptz')
  changedAt!: Date;

  /** The way that fell silent, so that meetings come by mail; null as soon as the person has chosen. */
  @Column('varchar', { nullable: true })
  leftChannel!: SilentChannel | null;

  /** Since when that way has worked again; null while it does not. */
  @Column('timestamptz', { nullable: true })
  worksSince!: Date | null;
}
