import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Referrals1795500006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE referral_type (
        id uuid CONSTRAINT pk_referral_type PRIMARY KEY,
        code varchar NOT NULL,
        label varchar NOT NULL,
        definition jsonb NOT NULL,
        source varchar NOT NULL,
        in_force_from date NOT NULL,
        in_force_to date,
        CONSTRAINT uq_referral_type_version UNIQUE (code, in_force_from)
      );
      CREATE TABLE referral (
        id uuid CONSTRAINT pk_referral PRIMARY KEY,
        youth_id uuid CONSTRAINT fk_referral_youth REFERENCES youth (id),
        type varchar NOT NULL,
        type_id uuid NOT NULL CONSTRAINT fk_referral_type REFERENCES referral_type (id),
        purpose varchar NOT NULL CONSTRAINT ck_referral_purpose CHECK (purpose IN ('coordinate', 'spar', 'decide')),
        reason varchar NOT NULL,
        areas varchar[] NOT NULL,
        urgent_reason varchar CONSTRAINT ck_referral_urgent_reason CHECK (urgent_reason IN ('moved_in', 'late_diagnosis', 'losing_support', 'other')),
        urgent_note varchar,
        belongs jsonb NOT NULL,
        belongs_outcome varchar NOT NULL CONSTRAINT ck_referral_belongs_outcome
          CHECK (belongs_outcome IN ('yes', 'no', 'unclear', 'coordinate_directly')),
        without_youth_reason varchar,
        without_youth_note varchar,
        youth_wish varchar,
        author_id uuid NOT NULL CONSTRAINT fk_referral_author REFERENCES staff_member (id),
        author_department_id uuid NOT NULL CONSTRAINT fk_referral_author_department REFERENCES department (id),
        state varchar NOT NULL CONSTRAINT ck_referral_state CHECK (state IN
          ('draft', 'submitted', 'accepted', 'returned', 'directly_coordinated', 'withdrawn', 'booked', 'concluded')),
        queue_first boolean NOT NULL DEFAULT false,
        return_on date,
        created_at timestamptz NOT NULL,
        submitted_at timestamptz,
        accepted_at timestamptz,
        CONSTRAINT ck_referral_anonymous CHECK (youth_id IS NOT NULL OR type IN ('sparring', 'internal_discussion'))
      );
      CREATE INDEX ix_referral_state ON referral (state, submitted_at);
      CREATE INDEX ix_referral_youth ON referral (youth_id);
      CREATE TABLE referral_event (
        id uuid CONSTRAINT pk_referral_event PRIMARY KEY,
        referral_id uuid NOT NULL CONSTRAINT fk_referral_event_referral REFERENCES referral (id),
        from_state varchar NOT NULL,
        to_state varchar NOT NULL,
        reason varchar,
        by_staff_id uuid,
        at timestamptz NOT NULL
      );
      CREATE INDEX ix_referral_event_referral ON referral_event (referral_id, at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE referral_event, referral, referral_type;
    `);
  }
}
