import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MailDeliveries1795500021100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mail_delivery (
        id uuid CONSTRAINT pk_mail_delivery PRIMARY KEY,
        subject_kind varchar NOT NULL CONSTRAINT ck_mail_delivery_subject_kind CHECK (subject_kind IN ('booking', 'meeting_day', 'person')),
        subject_id uuid NOT NULL,
        recipient_kind varchar NOT NULL CONSTRAINT ck_mail_delivery_recipient_kind CHECK (recipient_kind IN ('staff', 'guest')),
        recipient_id uuid NOT NULL,
        address varchar,
        kind varchar NOT NULL CONSTRAINT ck_mail_delivery_kind CHECK (kind IN ('request', 'cancel', 'short_notice', 'overdue', 'monday_line')),
        sequence integer NOT NULL,
        content jsonb,
        state varchar NOT NULL CONSTRAINT ck_mail_delivery_state CHECK (state IN ('pending', 'sending', 'sent', 'superseded', 'failed', 'elsewhere')),
        unsure boolean NOT NULL DEFAULT false,
        attempts integer NOT NULL DEFAULT 0,
        attempted_at timestamptz,
        last_error varchar,
        created_at timestamptz NOT NULL,
        finished_at timestamptz,
        CONSTRAINT ck_mail_delivery_address CHECK ((recipient_kind = 'guest') = (address IS NOT NULL)),
        CONSTRAINT uq_mail_delivery UNIQUE (subject_kind, subject_id, recipient_id, kind, sequence)
      );
      CREATE INDEX ix_mail_delivery_recipient ON mail_delivery (recipient_id);
      CREATE INDEX ix_mail_delivery_unfinished ON mail_delivery (state) WHERE (state IN ('pending', 'sending', 'failed'));
      ALTER TABLE booking_guest ADD email varchar;
      ALTER TABLE booking_guest ADD answer varchar CONSTRAINT ck_booking_guest_answer CHECK (answer IN ('accepted', 'declined', 'tentative'));
      ALTER TABLE booking_guest ADD CONSTRAINT ck_booking_guest_email CHECK (email IS NULL OR kind IN ('external', 'network_person'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE booking_guest DROP CONSTRAINT ck_booking_guest_email, DROP COLUMN answer, DROP COLUMN email;
      DROP TABLE mail_delivery;
    `);
  }
}
