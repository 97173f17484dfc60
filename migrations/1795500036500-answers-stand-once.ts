import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AnswersStandOnce1795500036500 implements MigrationInterface {
  /** The moment of an answer is kept with who gave it. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE mail_delivery DROP COLUMN answered_at');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE mail_delivery ADD answered_at timestamptz');
  }
}
