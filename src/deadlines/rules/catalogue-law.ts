import { defineRule } from './define-rule.js';
import type { RuleVersion } from './rule-version.js';

const BARNETS_LOV = { kind: 'law', act: 'barnets lov', inForceFrom: '2024-01-01' } as const;
const SURE = { confidence: 'high', verifiedOn: '2026-11-23' } as const;
const UNSURE = { confidence: 'medium' } as const;

/** Rules that stand in an act. Older wordings stay as versions: the one in force on the due date applies. */
export const LAW_RULES: readonly RuleVersion[] = [
  defineRule({
    ...BARNETS_LOV, ...SURE, code: 'R01', mode: 'standing', section: '§ 3', source: 'Barnets lov § 3',
    title: 'Den unge er part i sin egen sag fra 10 år og skal høres',
    trigger: { on: 'always', fromAge: 10, toAge: 17 }, targetGroups: ['placed', 'family_support', 'disability', 'childs_plan'],
    metBy: [], responsible: 'caseworker',
  }),
  defineRule({
    ...BARNETS_LOV, ...SURE, code: 'R02', mode: 'standing', section: '§ 6, stk. 1', source: 'Barnets lov § 6, stk. 1',
    title: 'Den unge skal have at vide, at der må komme en bisidder med',
    trigger: { on: 'always' }, targetGroups: ['placed', 'family_support', 'disability', 'childs_plan', 'youth_support'],
    metBy: [], responsible: 'convener',
  }),
  defineRule({
    ...SURE, code: 'R04', kind: 'law', mode: 'standing', act: 'lov om kommunal indsats for unge under 25 år', section: '§ 2 a',
    source: 'Lov om kommunal indsats for unge under 25 år § 2 a', inForceFrom: '2019-08-01',
    title: 'Pligt til uddannelse, job eller anden aktivitet; uddannelsesplanen siger hvordan',
    trigger: { on: 'always', fromAge: 15, toAge: 17 }, targetGroups: ['all'], metBy: [], responsible: 'youth_effort',
  }),
  defineRule({
    ...SURE, code: 'R05', kind: 'law', mode: 'standing', act: 'lov om kommunal indsats for unge under 25 år', section: '§ 2 c',
    source: 'Børne- og Undervisningsministeriets vejledning om uddannelsesplan', inForceFrom: '2019-08-01',
    title: 'Uddannelsesplanen påbegyndes i 9. klasse',
    trigger: { on: 'always', fromAge: 14, toAge: 16 }, targetGroups: ['all'], metBy: [], responsible: 'youth_effort',
  }),
  defineRule({
    ...SURE, code: 'R07', kind: 'law', mode: 'drives', act: 'serviceloven', section: '§ 19 a', source: 'Serviceloven § 19 a',
    inForceFrom: '2021-01-01', inForceTo: '2023-12-31',
    title: 'Forberedelsen til voksenlivet er sat i gang med den unge og forældrene',
    trigger: { on: 'birthday', age: 16 }, targetGroups: ['disability'], metBy: ['adulthood_preparation_started'],
    earliest: { age: 15 }, grace: { months: 2 }, responsible: 'disability_team',
  }),
  defineRule({
    ...BARNETS_LOV, ...SURE, code: 'R07', mode: 'drives', section: '§ 122', source: 'Barnets lov § 122, jf. § 123, stk. 2',
    title: 'Forberedelsen til voksenlivet er sat i gang med den unge og forældrene',
    trigger: { on: 'birthday', age: 16 }, targetGroups: ['disability'], metBy: ['adulthood_preparation_started'],
    earliest: { age: 15 }, grace: { months: 2 }, responsible: 'disability_team',
  }),
  defineRule({
    ...BARNETS_LOV, ...SURE, code: 'R08', section: '§ 108, stk. 1', source: 'Barnets lov § 108, stk. 1',
    title: 'Taget stilling til, om der skal laves en ungeplan',
    trigger: { on: 'birthday', age: 16 }, targetGroups: ['childs_plan', 'family_support'],
    metBy: ['youth_plan_position_taken', 'youth_plan_decided', 'youth_plan_made'], responsible: 'family_department',
  }),
  defineRule({
    ...BARNETS_LOV, ...SURE, code: 'R09', section: '§ 108, stk. 3', source: 'Barnets lov § 108, stk. 2 og 3',
    title: 'Ungeplanen er lavet',
    trigger: { on: 'milestone', kind: 'youth_plan_decided', notBeforeAge: 16, offset: { months: 3 } },
    targetGroups: ['all'], metBy: ['youth_plan_made'], responsible: 'family_department',
  }),
  defineRule({
    ...BARNETS_LOV, ...SURE, code: 'R10', section: '§ 108, stk. 4', source: 'Barnets lov § 108, stk. 4',
    title: 'Ungeplanen er lavet før afgørelsen om anbringelse uden samtykke',
    trigger: { on: 'milestone', kind: 'placement_without_consent_planned', offset: { days: -1 } },
    targetGroups: ['all'], metBy: ['youth_plan_made'], responsible: 'family_department',
  }),
  defineRule({
    ...BARNETS_LOV, ...SURE, code: 'R14', section: '§ 111, stk. 2', source: 'Barnets lov § 111, stk. 2',
    title: 'Ungeplanen er revideret sammen med den unge',
    trigger: { on: 'rule', code: 'R15', offset: { days: -1 } }, targetGroups: ['placed'], metBy: ['youth_plan_revised'],
    earliest: { age: 16 }, responsible: 'family_department',
  }),
  defineRule({
    ...SURE, code: 'R15', kind: 'law', mode: 'drives', act: 'serviceloven', section: '§ 68',
    source: 'Serviceloven § 68, stk. 11 og 12', inForceTo: '2023-12-31', title: 'Afgørelse om efterværn',
    trigger: { on: 'birthday', age: 18, offset: { months: -6 } }, targetGroups: ['placed'], metBy: ['youth_support_decided'],
    responsible: 'acting_municipality',
  }),
  defineRule({
    ...BARNETS_LOV, ...SURE, code: 'R15', mode: 'drives', section: '§ 111, stk. 1', source: 'Barnets lov § 111, stk. 1',
    title: 'Afgørelse om ungestøtte eller opretholdt anbringelse',
    trigger: { on: 'birthday', age: 18, offset: { months: -6 } }, targetGroups: ['placed'], metBy: ['youth_support_decided'],
    responsible: 'acting_municipality',
  }),
  defineRule({
    ...BARNETS_LOV, ...SURE, code: 'R18', section: '§ 123, stk. 3', source: 'Barnets lov § 123, stk. 3',
    title: 'Afgørelserne om voksenstøtte er klar, så støtten begynder straks',
    trigger: { on: 'birthday', age: 18 }, targetGroups: ['disability'], metBy: ['adult_decisions_made'],
    responsible: 'adult_department',
  }),
  defineRule({
    ...UNSURE, code: 'R19', kind: 'law', source: 'Myndighedsalderen, 18 år',
    title: 'Forældrenes samtykker ophører; den unges egne er indhentet',
    trigger: { on: 'birthday', age: 18 }, targetGroups: ['all'], metBy: ['own_consents_obtained'],
    responsible: 'coordinating_caseworker',
  }),
  defineRule({
    ...BARNETS_LOV, code: 'R20', confidence: 'low', section: '§ 112', source: 'Barnets lov § 112 (fristen fra serviceloven)',
    title: 'Tilflytningskommunen har truffet afgørelse om ungestøtte',
    trigger: { on: 'milestone', kind: 'case_received', offset: { days: 30 } }, targetGroups: ['newcomer'],
    metBy: ['youth_support_decided'], earliest: { trigger: true }, responsible: 'receiving_municipality',
  }),
  defineRule({
    ...SURE, code: 'R21', kind: 'law', act: 'serviceloven', section: '§ 76', source: 'Serviceloven § 76',
    inForceTo: '2023-12-31', title: 'Efterværn ophører ved 23 år',
    trigger: { on: 'birthday', age: 23 }, targetGroups: ['leaving_care'], metBy: ['youth_support_ended'],
    responsible: 'family_department',
  }),
  defineRule({
    ...BARNETS_LOV, ...SURE, code: 'R21', section: '§§ 113-116', source: 'Barnets lov §§ 113-116',
    title: 'Ungestøtte kan gives indtil 23 år og ophører da',
    trigger: { on: 'birthday', age: 23 }, targetGroups: ['leaving_care'], metBy: ['youth_support_ended'],
    responsible: 'family_department',
  }),
  defineRule({
    ...SURE, code: 'R23', kind: 'law', act: 'STU-loven', section: '§ 2, stk. 3', source: 'STU-loven § 2, stk. 3',
    inForceFrom: '2007-01-01', title: 'Sidste dag for at tage imod et STU-tilbud',
    trigger: { on: 'birthday', age: 25 }, targetGroups: ['stu'], metBy: ['stu_offer_settled', 'stu_started'],
    responsible: 'youth_effort',
  }),
  defineRule({
    ...SURE, code: 'R24', kind: 'law', act: 'STU-loven', section: '§ 2, stk. 4', source: 'STU-loven § 2, stk. 4',
    title: 'STU er afsluttet senest fem år efter starten',
    trigger: { on: 'milestone', kind: 'stu_started', offset: { years: 5 } }, targetGroups: ['all'], metBy: ['stu_finished'],
    earliest: { trigger: true }, responsible: 'youth_effort',
  }),
  defineRule({
    ...SURE, code: 'R25', kind: 'law', mode: 'off', act: 'lov om kommunal indsats for unge under 25 år',
    source: 'Lov om kommunal indsats for unge under 25 år', inForceFrom: '2019-08-01',
    title: 'Ikke længere omfattet af den kommunale ungeindsats',
    trigger: { on: 'birthday', age: 25 }, targetGroups: ['all'], metBy: ['left_youth_effort'], responsible: 'youth_effort',
  }),
  defineRule({
    ...SURE, code: 'R33', kind: 'law', act: 'CPR-loven', section: '§ 28', source: 'CPR-loven § 28',
    title: 'Navne- og adressebeskyttelsen er gennemgået igen',
    trigger: { on: 'protection', offset: { years: 1 }, repeatedBy: 'protection_rechecked' }, targetGroups: ['protected'],
    metBy: ['protection_rechecked'], earliest: { trigger: true }, responsible: 'unit',
  }),
];
