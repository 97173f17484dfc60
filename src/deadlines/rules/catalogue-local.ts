import { defineRule } from './define-rule.js';
import type { RuleVersion } from './rule-version.js';

const TULU = { kind: 'local', confidence: 'medium', source: 'TULU-rapporten 2016', inForceFrom: '2016-01-01' } as const;
const SUGGESTED = { kind: 'proposal', confidence: 'low', source: 'Forslag i dette program' } as const;

/** Rules from official advice, the municipality's own agreements and this program's suggestions. */
export const LOCAL_RULES: readonly RuleVersion[] = [
  defineRule({
    code: 'R03', kind: 'local', mode: 'off', confidence: 'medium', inForceFrom: '2010-01-01',
    source: 'Procedurebeskrivelsen fra 2010, jf. TULU-rapporten 2016', title: 'Overdragelsesguiden »15 år« er sat i gang',
    trigger: { on: 'birthday', age: 15 }, targetGroups: ['placed', 'family_support', 'disability'],
    metBy: ['handover_guide_15_started'], responsible: 'family_department',
  }),
  defineRule({
    ...TULU, code: 'R06', mode: 'off', title: 'Uddannelsesvejledningen er kontaktet et halvt år før grundskolen slutter',
    trigger: { on: 'milestone', kind: 'school_ended', offset: { months: -6 } }, targetGroups: ['placed', 'contact_person'],
    metBy: ['education_guidance_contacted'], responsible: 'youth_unit',
  }),
  defineRule({
    code: 'R11', kind: 'guide', confidence: 'high', verifiedOn: '2026-11-23',
    source: 'Socialstyrelsen: »mest hensigtsmæssigt 16½«', title: 'Drøftet første gang på et K-møde',
    trigger: { on: 'birth', offset: { years: 16, months: 6 } }, targetGroups: ['disability'],
    metBy: ['k_meeting_held', 'transition_meeting_held'], earliest: { age: 15 }, responsible: 'referrer',
  }),
  defineRule({
    ...TULU, code: 'R12', mode: 'drives', source: 'TULU-rapporten 2016: »senest før den unges 17 års møde«',
    title: 'Behovet for ungestøtte er vurderet før overgangsmødet',
    trigger: { on: 'rule', code: 'R13', offset: { days: -1 } }, targetGroups: ['placed', 'contact_person'],
    metBy: ['youth_support_assessed', 'youth_support_decided'], earliest: { age: 15 }, responsible: 'youth_unit_team_leader',
  }),
  defineRule({
    ...TULU, code: 'R13', mode: 'drives', tick: false, source: 'TULU-rapporten 2016, indsatsmål: »senest ved det 17 år«',
    title: 'Overgangsmøde holdt senest ved 17 år',
    trigger: { on: 'birthday', age: 17 }, targetGroups: ['transition'], metBy: ['transition_meeting_held'],
    earliest: { age: 15 }, responsible: 'coordinating_caseworker',
  }),
  defineRule({
    code: 'R16', kind: 'guide', confidence: 'medium', source: 'Københavns Kommunes vejledning om merudgifter',
    title: 'Voksenydelser kan søges',
    trigger: { on: 'birthday', age: 18, offset: { months: -3 } }, targetGroups: ['parental_benefits'],
    metBy: ['adult_benefits_applied'], responsible: 'adult_department',
  }),
  defineRule({
    ...SUGGESTED, code: 'R17', title: 'Værgemål eller fuldmagt er afklaret',
    trigger: { on: 'birthday', age: 18, offset: { months: -3 } }, targetGroups: ['reduced_capacity'],
    metBy: ['legal_capacity_clarified'], responsible: 'disability_team',
  }),
  defineRule({
    ...SUGGESTED, code: 'R22', mode: 'drives', tick: false, source: 'Ønske i TULU-rapporten 2016: »op til det 23. år«',
    title: 'Afslutningsmøde om ungestøtte holdt',
    trigger: { on: 'birth', offset: { years: 22, months: 6 } }, targetGroups: ['youth_support'],
    metBy: ['youth_support_exit_meeting_held', 'transition_meeting_held'], earliest: { age: 21 }, responsible: 'coordinating_caseworker',
  }),
  defineRule({
    code: 'R26', kind: 'local', mode: 'off', confidence: 'high', verifiedOn: '2026-11-23', inForceFrom: '2020-09-09',
    source: 'Kommunens oversigt over indsatser: »15-30-årige«', title: 'Ikke længere i målgruppen for K-møder',
    trigger: { on: 'birthday', age: 30 }, targetGroups: ['all'], metBy: ['left_youth_effort'], responsible: 'meeting_secretary',
  }),
  defineRule({
    ...TULU, code: 'R27', title: 'Tjek: er den unge stadig i gang med sin uddannelse?',
    trigger: { on: 'milestone', kind: 'school_ended', offset: { months: 4 } }, targetGroups: ['mentor'],
    metBy: ['education_checked'], earliest: { trigger: true }, responsible: 'education_guidance',
  }),
  defineRule({
    ...TULU, code: 'R28', title: 'Første netværksmøde om graviditeten',
    trigger: { on: 'milestone', kind: 'pregnancy_known' }, targetGroups: ['pregnant'],
    metBy: ['first_network_meeting_held'], earliest: { trigger: true }, responsible: 'first_to_know',
  }),
  defineRule({
    ...TULU, code: 'R29', title: 'Andet netværksmøde, otte uger efter fødslen',
    trigger: { on: 'milestone', kind: 'child_born', until: 'child_birth_expected', offset: { days: 56 } },
    targetGroups: ['pregnant'], metBy: ['second_network_meeting_held'], earliest: { trigger: true },
    responsible: 'first_to_know',
  }),
  defineRule({
    ...TULU, code: 'R30', title: 'Første samtale i beskæftigelsesenheden',
    trigger: { on: 'milestone', kind: 'employment_registered', offset: { days: 7 } }, targetGroups: ['employment_aid'],
    metBy: ['first_employment_conversation_held'], earliest: { trigger: true }, responsible: 'employment_unit',
  }),
  defineRule({
    ...TULU, code: 'R31', mode: 'off', title: 'Gennemgang hvert kvartal af unge på vej til Socialafdelingen',
    trigger: { on: 'always', fromAge: 16, toAge: 18 }, targetGroups: ['disability'], metBy: [],
    responsible: 'disability_and_social_leaders',
  }),
  defineRule({
    ...SUGGESTED, code: 'R32', mode: 'off', source: 'TULU-rapporten 2016: »holder momentum«',
    title: 'Der er ikke sket noget i otte uger', trigger: { on: 'always' }, targetGroups: ['all'], metBy: [],
    responsible: 'coordinating_caseworker',
  }),
];
