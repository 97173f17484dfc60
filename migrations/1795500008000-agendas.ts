import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Agendas1795500008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE agenda_step (
        id uuid CONSTRAINT pk_agenda_step PRIMARY KEY,
        booking_id uuid NOT NULL CONSTRAINT fk_agenda_step_booking REFERENCES booking (id),
        position integer NOT NULL,
        code varchar NOT NULL,
        title varchar NOT NULL,
        minutes integer NOT NULL CONSTRAINT ck_agenda_step_minutes CHECK (minutes > 0),
        CONSTRAINT uq_agenda_step_position UNIQUE (booking_id, position)
      );
      CREATE TABLE statement (
        id uuid CONSTRAINT pk_statement PRIMARY KEY,
        booking_id uuid NOT NULL CONSTRAINT fk_statement_booking REFERENCES booking (id),
        heading varchar NOT NULL CONSTRAINT ck_statement_heading CHECK (heading IN ('own_words', 'working_well', 'worries', 'next_steps')),
        voice varchar NOT NULL CONSTRAINT ck_statement_voice CHECK (voice IN ('youth', 'parent', 'network', 'unit')),
        voice_name varchar,
        department_id uuid CONSTRAINT fk_statement_department REFERENCES department (id),
        text varchar NOT NULL,
        position integer NOT NULL,
        author_id uuid NOT NULL CONSTRAINT fk_statement_author REFERENCES staff_member (id),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE INDEX ix_statement_booking ON statement (booking_id, position);
      CREATE TABLE scale_rating (
        id uuid CONSTRAINT pk_scale_rating PRIMARY KEY,
        booking_id uuid NOT NULL CONSTRAINT fk_scale_rating_booking REFERENCES booking (id),
        voice varchar NOT NULL CONSTRAINT ck_scale_rating_voice CHECK (voice IN ('youth', 'parent', 'network', 'unit')),
        voice_name varchar NOT NULL,
        value integer NOT NULL CONSTRAINT ck_scale_rating_value CHECK (value BETWEEN 0 AND 10),
        because varchar,
        one_up varchar,
        author_id uuid NOT NULL CONSTRAINT fk_scale_rating_author REFERENCES staff_member (id),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT uq_scale_rating_person UNIQUE (booking_id, voice, voice_name)
      );
      CREATE TABLE preparation (
        id uuid CONSTRAINT pk_preparation PRIMARY KEY,
        booking_id uuid NOT NULL CONSTRAINT fk_preparation_booking REFERENCES booking (id),
        department_id uuid NOT NULL CONSTRAINT fk_preparation_department REFERENCES department (id),
        nothing_to_add boolean NOT NULL,
        text varchar,
        author_id uuid NOT NULL CONSTRAINT fk_preparation_author REFERENCES staff_member (id),
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz NOT NULL,
        CONSTRAINT uq_preparation UNIQUE (booking_id, department_id)
      );
      CREATE TABLE sharing_basis (
        id uuid CONSTRAINT pk_sharing_basis PRIMARY KEY,
        booking_id uuid NOT NULL CONSTRAINT fk_sharing_basis_booking REFERENCES booking (id),
        area varchar NOT NULL,
        consent_id uuid CONSTRAINT fk_sharing_basis_consent REFERENCES consent (id),
        act varchar,
        section varchar,
        recorded_by uuid NOT NULL CONSTRAINT fk_sharing_basis_by REFERENCES staff_member (id),
        recorded_at timestamptz NOT NULL,
        CONSTRAINT ck_sharing_basis_ground CHECK (consent_id IS NOT NULL OR (act IS NOT NULL AND section IS NOT NULL)),
        CONSTRAINT uq_sharing_basis UNIQUE (booking_id, area)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE sharing_basis, preparation, scale_rating, statement, agenda_step;
    `);
  }
}
