/** What the database itself refuses, whatever the program does; by name, in PostgreSQL's own words (16 and newer write them alike). */
export interface Guard {
  readonly name: string;
  readonly kind: 'constraint' | 'index' | 'trigger';
  readonly text: string;
}

const constraint = (name: string, text: string): Guard => ({ name, kind: 'constraint', text });
const index = (name: string, table: string, rest: string): Guard => ({
  name, kind: 'index', text: `CREATE UNIQUE INDEX ${name} ON public.${table} USING btree ${rest}`,
});
const unchanging = (name: string, table: string): Guard => ({
  name, kind: 'trigger', text: `CREATE TRIGGER ${name} BEFORE DELETE OR UPDATE ON public.${table} FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
});

export const GUARDS: readonly Guard[] = [
  // One person, one place, one time.
  constraint('ex_occupancy_once', 'EXCLUDE USING gist (resource_id WITH =, during WITH &&)'),
  constraint('ck_occupancy_during', 'CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)) AND (NOT upper_inf(during))))'),
  index('uq_booking_active', 'booking', "(referral_id) WHERE ((state)::text = ANY ((ARRAY['booked'::character varying, 'held'::character varying])::text[]))"),
  // One coordinating caseworker, one plan, one hand-over, one message.
  index('uq_coordination_current', 'coordination', '(youth_id) WHERE (until_at IS NULL)'),
  index('uq_plan_active', 'plan', '(youth_id) WHERE (ended_at IS NULL)'),
  index('uq_handover_open', 'handover', "(youth_id) WHERE ((state)::text = 'offered'::text)"),
  index('uq_staff_role_current', 'staff_role', '(staff_id, role) WHERE (valid_to IS NULL)'),
  index('uq_custody_holder_place', 'custody_holder', '(youth_id, place) WHERE (removed_at IS NULL)'),
  index('uq_target_group_assessment_current', 'target_group_assessment', '(youth_id, target_group) WHERE (replaced_at IS NULL)'),
  index('uq_panel_member_area', 'panel_member', '(series_id, area) WHERE (removed_at IS NULL)'),
  index('uq_outbox_message_dedup', 'outbox_message', '(kind, dedup_key) WHERE (dedup_key IS NOT NULL)'),
  // What is never changed.
  unchanging('audit_entry_grows', 'audit_entry'),
  unchanging('audit_segment_grows', 'audit_segment'),
  unchanging('audit_seal_grows', 'audit_seal'),
  unchanging('plan_version_frozen', 'plan_version'),
];

/** Tables that the application may read and add to, and nothing else. */
export const ONLY_GROWING = ['audit_entry', 'audit_segment', 'audit_seal', 'plan_version', 'key_print'] as const;
