import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WorkerSigns1795500020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outbox_message ADD COLUMN lost integer NOT NULL DEFAULT 0;
      ALTER TABLE outbox_message ADD COLUMN dismissed_reason varchar;
      ALTER TABLE outbox_message DROP CONSTRAINT ck_outbox_message_state;
      ALTER TABLE outbox_message ADD CONSTRAINT ck_outbox_message_state CHECK (state IN ('pending', 'queued', 'done', 'dead', 'dismissed'));
      CREATE INDEX ix_outbox_message_dead ON outbox_message (finished_at) WHERE state = 'dead';
      ALTER TABLE schedule_tick ADD COLUMN failed_at timestamptz;
      CREATE TABLE worker_sign (
        id uuid CONSTRAINT pk_worker_sign PRIMARY KEY,
        started_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL,
        queue varchar NOT NULL CONSTRAINT ck_worker_sign_queue CHECK (queue IN ('open', 'away')),
        canary_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE worker_sign;
      ALTER TABLE schedule_tick DROP COLUMN failed_at;
      UPDATE outbox_message SET state = 'dead' WHERE state = 'dismissed';
      ALTER TABLE outbox_message DROP CONSTRAINT ck_outbox_message_state;
      ALTER TABLE outbox_message ADD CONSTRAINT ck_outbox_message_state CHECK (state IN ('pending', 'queued', 'done', 'dead'));
      DROP INDEX ix_outbox_message_dead;
      ALTER TABLE outbox_message DROP COLUMN dismissed_reason;
      ALTER TABLE outbox_message DROP COLUMN lost;
    `);
  }
}
