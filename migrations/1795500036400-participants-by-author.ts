import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ParticipantsByAuthor1795500036400 implements MigrationInterface {
  /** Whoever raised the referral is its author everywhere. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE booking_participant SET role = 'author' WHERE role = 'referrer'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE booking_participant SET role = 'referrer' WHERE role = 'author'`);
  }
}
