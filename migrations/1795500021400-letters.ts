import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Letters1795500021400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE letter (
        id uuid CONSTRAINT pk_letter PRIMARY KEY,
        booking_id uuid NOT NULL CONSTRAINT fk_letter_booking REFERENCES booking (id),
        kind varchar NOT NULL CONSTRAINT ck_letter_kind CHECK (kind IN ('invitation', 'cancellation')),
        recipient_kind varchar NOT NULL CONSTRAINT ck_letter_recipient_kind CHECK (recipient_kind IN ('youth', 'custody_holder')),
        recipient_id uuid NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        room varchar,
        outdated boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL,
        handed_over_at timestamptz,
        handed_over_by uuid CONSTRAINT fk_letter_handed_over_by REFERENCES staff_member (id),
        CONSTRAINT ck_letter_handed_over CHECK ((handed_over_at IS NULL) = (handed_over_by IS NULL))
      );
      CREATE INDEX ix_letter_booking ON letter (booking_id);
      CREATE UNIQUE INDEX uq_letter_current ON letter (booking_id, recipient_id) WHERE (NOT outdated);
      CREATE TABLE minutes_copy (
        id uuid CONSTRAINT pk_minutes_copy PRIMARY KEY,
        booking_id uuid NOT NULL CONSTRAINT fk_minutes_copy_booking REFERENCES booking (id),
        guest_id uuid NOT NULL CONSTRAINT fk_minutes_copy_guest REFERENCES booking_guest (id),
        consent_id uuid CONSTRAINT fk_minutes_copy_consent REFERENCES consent (id),
        act varchar,
        section varchar,
        created_at timestamptz NOT NULL,
        handed_over_at timestamptz,
        handed_over_by uuid CONSTRAINT fk_minutes_copy_handed_over_by REFERENCES staff_member (id),
        CONSTRAINT uq_minutes_copy UNIQUE (booking_id, guest_id),
        CONSTRAINT ck_minutes_copy_basis CHECK (consent_id IS NULL OR (act IS NULL AND section IS NULL)),
        CONSTRAINT ck_minutes_copy_act CHECK ((act IS NULL) = (section IS NULL)),
        CONSTRAINT ck_minutes_copy_handed_over CHECK ((handed_over_at IS NULL) = (handed_over_by IS NULL)),
        CONSTRAINT ck_minutes_copy_not_without_basis CHECK (handed_over_at IS NULL OR consent_id IS NOT NULL OR act IS NOT NULL)
      );
      CREATE INDEX ix_minutes_copy_booking ON minutes_copy (booking_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE minutes_copy, letter');
  }
}
