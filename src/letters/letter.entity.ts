import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StaffMember } from '../departments/staff/staff-member.entity.js';
import { Booking } from '../meetings/bookings/booking.entity.js';
import { conflict } from '../platform/errors/domain-error.js';

export type LetterKind = 'invitation' | 'cancellation';
export type LetterRecipient = 'youth' | 'custody_holder';

/**
 * A letter to a youth or a parent about one time of an item. It leaves through the municipality's own post: a person hands it
 * over there and notes so here. A moved item needs a new letter.
 */
@Entity('letter')
@Check('ck_letter_kind', "kind IN ('invitation', 'cancellation')")
@Check('ck_letter_recipient_kind', "recipient_kind IN ('youth', 'custody_holder')")
@Check('ck_letter_handed_over', '(handed_over_at IS NULL) = (handed_over_by IS NULL)')
@Index('ix_letter_booking', ['bookingId'])
@Index('uq_letter_current', ['bookingId', 'recipientId'], { unique: true, where: '(NOT outdated)' })
export class Letter {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_letter' })
  id!: string;

  @ForeignKey(() => Booking, { name: 'fk_letter_booking' })
  @Column('uuid')
  bookingId!: string;

  @Column('varchar')
  kind!: LetterKind;

  @Column('varchar')
  recipientKind!: LetterRecipient;

  /** The youth or the custody holder. */
  @Column('uuid')
  recipientId!: string;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  /** Null when the place is not to be told. */
  @Column('varchar', { nullable: true })
  room!: string | null;

  /** A later letter, or a cancelled item, has taken its place. */
  @Column('boolean', { default: false })
  outdated!: boolean;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  handedOverAt!: Date | null;

  @ForeignKey(() => StaffMember, { name: 'fk_letter_handed_over_by' })
  @Column('uuid', { nullable: true })
  handedOverBy!: string | null;

  /**
   * What has gone can still be read, and a cancellation still goes. Throws 409 `recipient_not_invited` of an invitation that has
   * not gone to somebody who is no longer to have one.
   */
  requireRecipient(invited: boolean): void {
    if (invited || this.kind === 'cancellation' || this.handedOverAt !== null) return;
    throw conflict('recipient_not_invited', 'Modtageren har ikke længere del i forældremyndigheden eller skal ikke længere inviteres. Send ikke brevet. Hent siden igen.');
  }

  /** Noted once; a second time changes nothing. Throws 409 `letter_outdated` when another letter is to go instead. */
  handOver(staffId: string, now: Date): void {
    if (this.outdated) throw conflict('letter_outdated', 'Mødet er ændret, siden brevet blev skrevet. Hent siden igen, og brug det nye brev.');
    this.handedOverAt ??= now;
    this.handedOverBy ??= staffId;
  }

  /** Takes the note back: it was a slip. */
  takeBack(): void {
    this.handedOverAt = null;
    this.handedOverBy = null;
  }
}
