import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Calendars1795500011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE feed (
        id uuid CONSTRAINT pk_feed PRIMARY KEY,
        token_hash bytea NOT NULL CONSTRAINT uq_feed_token UNIQUE,
        owner_id uuid NOT NULL CONSTRAINT fk_feed_owner REFERENCES staff_member (id),
        scope varchar NOT NULL CONSTRAINT ck_feed_scope CHECK (scope IN ('mine', 'department', 'series')),
        scope_id uuid,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        last_fetched_at timestamptz,
        last_agent varchar,
        CONSTRAINT ck_feed_scope_id CHECK ((scope = 'mine') = (scope_id IS NULL))
      );
      CREATE INDEX ix_feed_owner ON feed (owner_id);
      CREATE INDEX ix_follow_up_cancelled ON follow_up (owner_id, changed_at) WHERE state = 'cancelled';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX ix_follow_up_cancelled;
      DROP TABLE feed;
    `);
  }
}
