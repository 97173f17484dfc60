import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** request and cancel are calendar messages (iTIP); the others are plain. */
export const MAIL_KINDS = ['request', 'cancel', 'short_notice', 'overdue', 'monday_line'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/**
 * superseded: a later one took its place before it went out, or nobody is there to be told. failed: the mail server will not
 * take it. elsewhere: the person is told by a feed or a calendar server, and no mail goes out.
 */
export type DeliveryState = 'pending' | 'sending' | 'sent' | 'superseded' | 'failed' | 'elsewhere';

/** What a delivery is about. For `person` the subject is the recipient. */
export type MailSubject = 'booking' | 'meeting_day' | 'person';

/** Times, a room and neutral codes as the recipient is to see them; instants are ISO 8601. No place for anything else. */
export interface MailContent {
  readonly uid: string;
  readonly reference: string | null;
  readonly changedAt: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly room: string | null;
}

/** The ledger of mails: one kind about one sequence of one thing reaches a person once. Its id makes the Message-ID. */
@Entity('mail_delivery')
@Unique('uq_mail_delivery', ['subjectKind', 'subjectId', 'recipientId', 'kind', 'sequence'])
@Check('ck_mail_delivery_subject_kind', "subject_kind IN ('booking', 'meeting_day', 'person')")
@Check('ck_mail_delivery_recipient_kind', "recipient_kind IN ('staff', 'guest')")
@Check('ck_mail_delivery_kind', "kind IN ('request', 'cancel', 'short_notice', 'overdue', 'monday_line')")
@Check('ck_mail_delivery_state', "state IN ('pending', 'sending', 'sent', 'superseded', 'failed', 'elsewhere')")
@Check('ck_mail_delivery_address', "(recipient_kind = 'guest') = (address IS NOT NULL)")
@Index('ix_mail_delivery_recipient', ['recipientId'])
@Index('ix_mail_delivery_unfinished', ['state'], { where: "(state IN ('pending', 'sending', 'failed'))" })
export class MailDelivery {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_mail_delivery' })
  id!: string;

  @Column('varchar')
  subjectKind!: MailSubject;

  @Column('uuid')
  subjectId!: string;

  @Column('varchar')
  recipientKind!: 'staff' | 'guest';

  /** The member of staff or the item's guest. */
  @Column('uuid')
  recipientId!: string;

  /** A guest's address; that of staff is looked up when the mail goes out. */
  @Column('varchar', { nullable: true })
  address!: string | null;

  @Column('varchar')
  kind!: MailKind;

  /** Rises with every change that the recipient is to know; the SEQUENCE of a calendar message. */
  @Column('integer')
  sequence!: number;

  /** Null for mails that say what holds when they go out. */
  @Column('jsonb', { nullable: true })
  content!: MailContent | null;

  @Column('varchar')
  state!: DeliveryState;

  @Column('integer', { default: 0 })
  attempts!: number;

  /** How many of the tries may have brought it: nobody knows whether the mail server took it. Back at 0 when it is known sent. */
  @Column('integer', { default: 0 })
  unsureTries!: number;

  @Column('timestamptz', { nullable: true })
  attemptedAt!: Date | null;

  /** Why it last did not go out: a code. */
  @Column('varchar', { nullable: true })
  lastError!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;
}
