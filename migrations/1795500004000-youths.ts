import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Youths1795500004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE youth (
        id uuid CONSTRAINT pk_youth PRIMARY KEY,
        cpr_cipher bytea NOT NULL,
        cpr_index bytea NOT NULL CONSTRAINT uq_youth_cpr_index UNIQUE,
        first_name varchar COLLATE "da-x-icu" NOT NULL,
        last_name varchar COLLATE "da-x-icu" NOT NULL,
        birth_date date NOT NULL,
        department_id uuid NOT NULL CONSTRAINT fk_youth_department REFERENCES department (id),
        school varchar,
        school_grade varchar,
        special_school boolean NOT NULL DEFAULT false,
        protected boolean NOT NULL DEFAULT false,
        protected_since date,
        acting_municipality varchar,
        status varchar NOT NULL CONSTRAINT ck_youth_status
          CHECK (status IN ('not_planned', 'referred', 'planned', 'met', 'directly_coordinated', 'ended')),
        previous_transition_meeting_on date,
        next_meeting_on date,
        known_since date NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE INDEX ix_youth_department ON youth (department_id);
      CREATE INDEX ix_youth_birth_date ON youth (birth_date, id);
      CREATE INDEX ix_youth_name ON youth (last_name, first_name, id);
      CREATE INDEX ix_youth_full_name_search ON youth ((lower(first_name || ' ' || last_name) COLLATE "C"));
      CREATE INDEX ix_youth_last_name_search ON youth ((lower(last_name) COLLATE "C"));
      CREATE TABLE youth_access (
        id uuid CONSTRAINT pk_youth_access PRIMARY KEY,
        youth_id uuid NOT NULL CONSTRAINT fk_youth_access_youth REFERENCES youth (id),
        staff_id uuid CONSTRAINT fk_youth_access_staff REFERENCES staff_member (id),
        department_id uuid CONSTRAINT fk_youth_access_department REFERENCES department (id),
        role varchar CONSTRAINT ck_youth_access_role CHECK (role IN ('meeting_secretary', 'chair')),
        scope varchar NOT NULL CONSTRAINT ck_youth_access_scope CHECK (scope IN ('card', 'full')),
        ground varchar NOT NULL,
        source_id uuid NOT NULL,
        from_at timestamptz NOT NULL,
        until_at timestamptz,
        CONSTRAINT ck_youth_access_holder CHECK (num_nonnulls(staff_id, department_id, role) = 1),
        CONSTRAINT uq_youth_access_source UNIQUE NULLS NOT DISTINCT (youth_id, staff_id, department_id, role, ground, source_id)
      );
      CREATE INDEX ix_youth_access_staff ON youth_access (staff_id, youth_id);
      CREATE INDEX ix_youth_access_department ON youth_access (department_id, youth_id);
      CREATE INDEX ix_youth_access_role ON youth_access (role, youth_id) WHERE role IS NOT NULL;
      CREATE TABLE coordination (
        id uuid CONSTRAINT pk_coordination PRIMARY KEY,
        youth_id uuid NOT NULL CONSTRAINT fk_coordination_youth REFERENCES youth (id),
        staff_id uuid NOT NULL CONSTRAINT fk_coordination_staff REFERENCES staff_member (id),
        from_at timestamptz NOT NULL,
        until_at timestamptz,
        CONSTRAINT ck_coordination_period CHECK (until_at IS NULL OR until_at >= from_at)
      );
      CREATE UNIQUE INDEX uq_coordination_current ON coordination (youth_id) WHERE until_at IS NULL;
      CREATE INDEX ix_coordination_staff ON coordination (staff_id) WHERE until_at IS NULL;
      CREATE TABLE handover (
        id uuid CONSTRAINT pk_handover PRIMARY KEY,
        youth_id uuid NOT NULL CONSTRAINT fk_handover_youth REFERENCES youth (id),
        from_staff_id uuid CONSTRAINT fk_handover_from REFERENCES staff_member (id),
        to_staff_id uuid NOT NULL CONSTRAINT fk_handover_to REFERENCES staff_member (id),
        offered_by uuid NOT NULL CONSTRAINT fk_handover_offered_by REFERENCES staff_member (id),
        offered_at timestamptz NOT NULL,
        state varchar NOT NULL CONSTRAINT ck_handover_state CHECK (state IN ('offered', 'accepted', 'declined', 'withdrawn')),
        answered_at timestamptz,
        escalated_at timestamptz
      );
      CREATE UNIQUE INDEX uq_handover_open ON handover (youth_id) WHERE state = 'offered';
      CREATE INDEX ix_handover_receiver ON handover (to_staff_id) WHERE state = 'offered';
      CREATE TABLE measure (
        id uuid CONSTRAINT pk_measure PRIMARY KEY,
        youth_id uuid NOT NULL CONSTRAINT fk_measure_youth REFERENCES youth (id),
        department_id uuid NOT NULL CONSTRAINT fk_measure_department REFERENCES department (id),
        title varchar NOT NULL,
        act varchar NOT NULL DEFAULT '',
        section varchar NOT NULL DEFAULT '',
        starts_on date NOT NULL,
        ends_on date,
        created_at timestamptz NOT NULL,
        CONSTRAINT ck_measure_period CHECK (ends_on IS NULL OR ends_on >= starts_on),
        CONSTRAINT uq_measure UNIQUE (youth_id, department_id, act, section, starts_on)
      );
      CREATE INDEX ix_measure_department ON measure (department_id, youth_id);
      CREATE TABLE network_person (
        id uuid CONSTRAINT pk_network_person PRIMARY KEY,
        youth_id uuid NOT NULL CONSTRAINT fk_network_person_youth REFERENCES youth (id),
        kind varchar NOT NULL CONSTRAINT ck_network_person_kind CHECK (kind IN ('private', 'professional')),
        name varchar NOT NULL,
        relation varchar NOT NULL,
        phone varchar,
        email varchar,
        closeness integer NOT NULL CONSTRAINT ck_network_person_closeness CHECK (closeness BETWEEN 1 AND 3),
        removed_at timestamptz,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX ix_network_person_youth ON network_person (youth_id);
      CREATE TABLE custody_holder (
        id uuid CONSTRAINT pk_custody_holder PRIMARY KEY,
        youth_id uuid NOT NULL CONSTRAINT fk_custody_holder_youth REFERENCES youth (id),
        place integer NOT NULL CONSTRAINT ck_custody_holder_place CHECK (place IN (1, 2)),
        name varchar NOT NULL,
        relation varchar NOT NULL,
        phone varchar,
        email varchar,
        lives_with_youth boolean NOT NULL,
        invite boolean NOT NULL,
        removed_at timestamptz,
        created_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX uq_custody_holder_place ON custody_holder (youth_id, place) WHERE removed_at IS NULL;
      CREATE TABLE consent (
        id uuid CONSTRAINT pk_consent PRIMARY KEY,
        youth_id uuid NOT NULL CONSTRAINT fk_consent_youth REFERENCES youth (id),
        given_by varchar NOT NULL CONSTRAINT ck_consent_given_by CHECK (given_by IN ('youth', 'custody_holder')),
        custody_holder_id uuid CONSTRAINT fk_consent_custody_holder REFERENCES custody_holder (id),
        recipient varchar NOT NULL,
        department_id uuid CONSTRAINT fk_consent_department REFERENCES department (id),
        scope varchar NOT NULL,
        purpose varchar NOT NULL,
        given_on date NOT NULL,
        expires_on date,
        withdrawn_at timestamptz,
        recorded_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT ck_consent_giver CHECK ((given_by = 'custody_holder') = (custody_holder_id IS NOT NULL))
      );
      CREATE INDEX ix_consent_youth ON consent (youth_id);
      CREATE TABLE youth_lookup (
        id uuid CONSTRAINT pk_youth_lookup PRIMARY KEY,
        staff_id uuid NOT NULL CONSTRAINT fk_youth_lookup_staff REFERENCES staff_member (id),
        youth_id uuid CONSTRAINT fk_youth_lookup_youth REFERENCES youth (id),
        purpose varchar NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX ix_youth_lookup_staff ON youth_lookup (staff_id, at);
      CREATE TABLE cpr_disclosure (
        id uuid CONSTRAINT pk_cpr_disclosure PRIMARY KEY,
        youth_id uuid NOT NULL CONSTRAINT fk_cpr_disclosure_youth REFERENCES youth (id),
        staff_id uuid NOT NULL CONSTRAINT fk_cpr_disclosure_staff REFERENCES staff_member (id),
        purpose varchar NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX ix_cpr_disclosure_youth ON cpr_disclosure (youth_id, at);
      CREATE TABLE youth_import (
        id uuid CONSTRAINT pk_youth_import PRIMARY KEY,
        imported_by uuid NOT NULL CONSTRAINT fk_youth_import_by REFERENCES staff_member (id),
        state varchar NOT NULL CONSTRAINT ck_youth_import_state CHECK (state IN ('running', 'done', 'failed')),
        total_lines integer NOT NULL,
        processed_lines integer NOT NULL,
        created integer NOT NULL,
        updated integer NOT NULL,
        unchanged integer NOT NULL,
        rejected jsonb NOT NULL,
        warnings jsonb NOT NULL,
        started_at timestamptz NOT NULL,
        finished_at timestamptz
      );
      CREATE TABLE youth_import_youth (
        import_id uuid NOT NULL CONSTRAINT fk_youth_import_youth_import REFERENCES youth_import (id),
        youth_id uuid NOT NULL CONSTRAINT fk_youth_import_youth_youth REFERENCES youth (id),
        CONSTRAINT pk_youth_import_youth PRIMARY KEY (import_id, youth_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE youth_import_youth, youth_import, cpr_disclosure, youth_lookup, consent, custody_holder, network_person, measure, handover, coordination, youth_access, youth;
    `);
  }
}
