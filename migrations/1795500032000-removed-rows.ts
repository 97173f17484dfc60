import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RemovedRows1795500032000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE removed_row (
        id uuid CONSTRAINT pk_removed_row PRIMARY KEY,
        booking_id uuid NOT NULL CONSTRAINT fk_removed_row_booking REFERENCES booking (id),
        kind varchar NOT NULL CONSTRAINT ck_removed_row_kind CHECK (kind IN ('statement', 'scale_rating')),
        content jsonb NOT NULL,
        removed_by uuid NOT NULL CONSTRAINT fk_removed_row_by REFERENCES staff_member (id),
        removed_at timestamptz NOT NULL
      );
      CREATE INDEX ix_removed_row_booking ON removed_row (booking_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE removed_row');
  }
}
