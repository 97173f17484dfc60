import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UnsureMailsAreCounted1795500036100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mail_delivery ADD unsure_tries integer NOT NULL DEFAULT 0;
      UPDATE mail_delivery SET unsure_tries = 1 WHERE unsure;
      ALTER TABLE mail_delivery DROP COLUMN unsure;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mail_delivery ADD unsure boolean NOT NULL DEFAULT false;
      UPDATE mail_delivery SET unsure = true WHERE unsure_tries > 0;
      ALTER TABLE mail_delivery DROP COLUMN unsure_tries;
    `);
  }
}
