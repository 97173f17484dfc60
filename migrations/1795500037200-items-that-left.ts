import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ItemsThatLeft1795500037200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE meeting_day ADD item_left_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE meeting_day DROP COLUMN item_left_at');
  }
}
