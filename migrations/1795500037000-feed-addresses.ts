import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FeedAddresses1795500037000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE feed_address (
        feed_id uuid CONSTRAINT pk_feed_address PRIMARY KEY CONSTRAINT fk_feed_address_feed REFERENCES feed (id),
        sealed bytea NOT NULL,
        shown_until timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE feed_address');
  }
}
