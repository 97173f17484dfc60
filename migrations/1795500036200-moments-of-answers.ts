import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MomentsOfAnswers1795500036200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE booking_participant ADD answered_at timestamptz;
      ALTER TABLE booking_guest ADD answered_at timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE booking_participant DROP COLUMN answered_at;
      ALTER TABLE booking_guest DROP COLUMN answered_at;
    `);
  }
}
