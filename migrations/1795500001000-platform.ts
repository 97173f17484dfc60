import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Platform1795500001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;
      DO $$ BEGIN
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'overgang_app') THEN CREATE ROLE overgang_app NOLOGIN; END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$;
      GRANT USAGE ON SCHEMA public TO overgang_app;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO overgang_app;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO overgang_app;
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% rows are never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TABLE audit_entry (
        id uuid CONSTRAINT pk_audit_entry PRIMARY KEY,
        at timestamptz NOT NULL,
        request_id varchar NOT NULL,
        actor_kind varchar NOT NULL,
        actor_id uuid,
        action varchar NOT NULL,
        outcome varchar NOT NULL CONSTRAINT ck_audit_entry_outcome CHECK (outcome IN ('done', 'denied')),
        ground varchar,
        subject_type varchar,
        subject_id varchar,
        youth_ids uuid[] NOT NULL,
        detail jsonb NOT NULL,
        key_id varchar NOT NULL,
        hmac bytea NOT NULL
      );
      CREATE INDEX ix_audit_entry_at ON audit_entry (at);
      CREATE INDEX ix_audit_entry_actor ON audit_entry (actor_id, at);
      CREATE INDEX ix_audit_entry_youths ON audit_entry USING gin (youth_ids);
      CREATE TABLE audit_segment (
        number bigint CONSTRAINT pk_audit_segment PRIMARY KEY,
        sealed_at timestamptz NOT NULL,
        entry_count integer NOT NULL,
        previous_hash bytea NOT NULL,
        key_id varchar NOT NULL,
        hash bytea NOT NULL
      );
      CREATE TABLE audit_seal (
        entry_id uuid CONSTRAINT pk_audit_seal PRIMARY KEY CONSTRAINT fk_audit_seal_entry REFERENCES audit_entry (id),
        segment_number bigint NOT NULL CONSTRAINT fk_audit_seal_segment REFERENCES audit_segment (number),
        position integer NOT NULL,
        CONSTRAINT uq_audit_seal_position UNIQUE (segment_number, position)
      );
      REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry, audit_segment, audit_seal FROM overgang_app;
      CREATE TRIGGER audit_entry_grows BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER audit_segment_grows BEFORE UPDATE OR DELETE ON audit_segment FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER audit_seal_grows BEFORE UPDATE OR DELETE ON audit_seal FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TABLE outbox_message (
        id uuid CONSTRAINT pk_outbox_message PRIMARY KEY,
        kind varchar NOT NULL,
        payload jsonb NOT NULL,
        state varchar NOT NULL CONSTRAINT ck_outbox_message_state CHECK (state IN ('pending', 'queued', 'done', 'dead')),
        attempts integer NOT NULL DEFAULT 0,
        dedup_key varchar,
        created_at timestamptz NOT NULL,
        available_at timestamptz NOT NULL,
        enqueued_at timestamptz,
        lease_until timestamptz,
        fence integer NOT NULL DEFAULT 0,
        finished_at timestamptz,
        last_error varchar
      );
      CREATE INDEX ix_outbox_message_waiting ON outbox_message (available_at) WHERE state IN ('pending', 'queued');
      CREATE UNIQUE INDEX uq_outbox_message_dedup ON outbox_message (kind, dedup_key) WHERE dedup_key IS NOT NULL;
      CREATE TABLE idempotency_key (
        actor_id uuid NOT NULL,
        key varchar NOT NULL,
        route varchar NOT NULL,
        body_hash bytea NOT NULL,
        result_id varchar,
        created_at timestamptz NOT NULL,
        CONSTRAINT pk_idempotency_key PRIMARY KEY (actor_id, key)
      );
      CREATE TABLE schedule_tick (
        name varchar CONSTRAINT pk_schedule_tick PRIMARY KEY,
        last_run_at timestamptz,
        lease_until timestamptz,
        last_error varchar
      );
      CREATE TABLE setting (
        key varchar CONSTRAINT pk_setting PRIMARY KEY,
        value jsonb NOT NULL,
        changed_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE setting, schedule_tick, idempotency_key, outbox_message, audit_seal, audit_segment, audit_entry;
      DROP FUNCTION refuse_change();
    `);
  }
}
