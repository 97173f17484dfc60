import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MailReplies1795500021200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE mail_delivery ADD answered_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE mail_delivery DROP COLUMN answered_at');
  }
}
