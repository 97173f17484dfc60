import { parseCalendarDate } from '../../platform/clock/calendar-date.js';
import type { ReferralTypeCode } from '../types/referral-codes.js';
import type { BelongsRule } from './belongs-rule.js';

const K_MEETINGS_BEGAN = parseCalendarDate('2020-09-09');
const CHILDRENS_ACT = parseCalendarDate('2024-01-01');
const BEFORE_CHILDRENS_ACT = parseCalendarDate('2023-12-31');

const STATUS_2020 = 'Status på K-møder, oktober 2020';
const TULU_2016 = 'TULU-rapporten 2016';

const ABOUT_A_COURSE: readonly ReferralTypeCode[] = ['transition', 'coordination'];
const ALWAYS: readonly ReferralTypeCode[] = ['sparring', 'stu_assessment', 'internal_discussion', 'network_meeting', 'follow_up'];
const ADULT_SUPPORT = ['individual_support', 'temporary_housing', 'long_term_housing'] as const;

/** The first rule that fits decides, so what must go stands before what is left out, and that before the general criterion. */
export const BELONGS_RULES: readonly BelongsRule[] = [
  {
    code: 'forum_of_the_type', outcome: 'yes', types: ALWAYS, when: {}, inForceFrom: K_MEETINGS_BEGAN, inForceTo: null,
    explanation: 'Den slags punkter hører til på K-mødet.',
    source: `${STATUS_2020}: K-møder er forum for koordinering, sparring og beslutning`,
  },
  {
    code: 'retained_placement', outcome: 'yes', when: { retainedPlacement: [true] }, inForceFrom: CHILDRENS_ACT, inForceTo: null,
    explanation: 'En opretholdt anbringelse (barnets lov § 120) skal altid på K-møde.',
    source: `${TULU_2016}, dengang serviceloven § 76 a`,
  },
  {
    code: 'retained_placement', outcome: 'yes', when: { retainedPlacement: [true] }, inForceFrom: K_MEETINGS_BEGAN, inForceTo: BEFORE_CHILDRENS_ACT,
    explanation: 'En opretholdt anbringelse (serviceloven § 76 a) skal altid på K-møde.',
    source: TULU_2016,
  },
  {
    code: 'youth_support_against_adult_support', outcome: 'unclear', types: ABOUT_A_COURSE, inForceFrom: K_MEETINGS_BEGAN, inForceTo: null,
    when: { youthSupportOnly: [true], supportAfter18: ADULT_SUPPORT },
    explanation: 'Svarene peger hver sin vej: alene ungestøtte, men også støtte på voksenområdet efter 18.',
    source: TULU_2016,
  },
  {
    code: 'own_home_against_little_support', outcome: 'unclear', types: ABOUT_A_COURSE, inForceFrom: K_MEETINGS_BEGAN, inForceTo: null,
    when: { cannotLiveAlone: [true], supportAfter18: ['none', 'less_intrusive'] },
    explanation: 'Svarene peger hver sin vej: kan ikke klare sig i egen lejlighed, men får ingen eller kun lidt støtte.',
    source: TULU_2016,
  },
  {
    code: 'youth_support_to_assess', outcome: 'yes', types: ['youth_support_assessment'], when: { youthSupportOnly: [true] },
    inForceFrom: K_MEETINGS_BEGAN, inForceTo: null,
    explanation: 'Ungestøtte skal vurderes samlet, før den unges 17-årsmøde.',
    source: `${TULU_2016}: fælles visitationsudvalg til vurdering af efterværnssager`,
  },
  {
    code: 'youth_support_only', outcome: 'no', types: ABOUT_A_COURSE, when: { youthSupportOnly: [true] }, inForceFrom: CHILDRENS_ACT, inForceTo: null,
    explanation: 'Er det alene ungestøtte (barnets lov §§ 114-116), skal sagen ikke på overgangsmøde. Vælg »vurdering af ungestøtte«.',
    source: `${TULU_2016}, dengang efterværn efter serviceloven § 76`, suggestedType: 'youth_support_assessment',
  },
  {
    code: 'youth_support_only', outcome: 'no', types: ABOUT_A_COURSE, when: { youthSupportOnly: [true] },
    inForceFrom: K_MEETINGS_BEGAN, inForceTo: BEFORE_CHILDRENS_ACT,
    explanation: 'Er det alene efterværn (serviceloven § 76), skal sagen ikke på overgangsmøde. Vælg »vurdering af efterværn«.',
    source: TULU_2016, suggestedType: 'youth_support_assessment',
  },
  {
    code: 'adult_support', outcome: 'yes', when: { supportAfter18: ADULT_SUPPORT }, inForceFrom: K_MEETINGS_BEGAN, inForceTo: null,
    explanation: 'Den unge har brug for individuel støtte eller et botilbud efter 18.',
    source: `${TULU_2016}: individuel støtte, midlertidigt botilbud eller længerevarende`,
  },
  {
    code: 'cannot_live_alone', outcome: 'yes', when: { cannotLiveAlone: [true] }, inForceFrom: K_MEETINGS_BEGAN, inForceTo: null,
    explanation: 'Den unge vil ikke kunne klare sig i egen lejlighed uden støtte.',
    source: TULU_2016,
  },
  {
    code: 'can_agree_directly', outcome: 'coordinate_directly', when: { canAgreeDirectly: [true] }, inForceFrom: K_MEETINGS_BEGAN, inForceTo: null,
    explanation: 'Enhederne kan klare det med en direkte aftale. Det er en god løsning og tæller som en.',
    source: `${TULU_2016}: at det er de »rigtige« unge, som ressourcerne bruges på`,
  },
  {
    code: 'little_support_several_areas', outcome: 'unclear', types: ['transition'], inForceFrom: K_MEETINGS_BEGAN, inForceTo: null,
    when: { supportAfter18: ['less_intrusive'], needsSeveralAreas: [true] },
    explanation: 'Støtten er mindre indgribende, men flere områder skal være med. Måske er det »koordinering« og ikke en overgang.',
    source: `${TULU_2016} og ${STATUS_2020}`, suggestedType: 'coordination',
  },
  {
    code: 'little_support', outcome: 'coordinate_directly', inForceFrom: K_MEETINGS_BEGAN, inForceTo: null,
    when: { supportAfter18: ['less_intrusive'], needsSeveralAreas: [false, null] },
    explanation: 'Støtten er af mindre indgribende karakter, fx en kontaktperson. Aftal den direkte med den enhed, der giver den.',
    source: TULU_2016,
  },
  {
    code: 'several_areas', outcome: 'yes', when: { needsSeveralAreas: [true] }, inForceFrom: K_MEETINGS_BEGAN, inForceTo: null,
    explanation: 'Flere områder skal koordinere deres indsats.',
    source: `${STATUS_2020}: koordineringsbehov`,
  },
  {
    code: 'between_authority_areas', outcome: 'yes', when: { betweenAuthorityAreas: [true] }, inForceFrom: K_MEETINGS_BEGAN, inForceTo: null,
    explanation: 'Den unge skal fra et myndighedsområde til et andet.',
    source: `${STATUS_2020}: overgange mellem myndighedsområder`,
  },
  {
    code: 'special_school', outcome: 'yes', types: ['transition'], when: { specialSchool: [true] }, inForceFrom: K_MEETINGS_BEGAN, inForceTo: null,
    explanation: 'Unge i specialskoletilbud er der særligt fokus på.',
    source: TULU_2016,
  },
  {
    code: 'one_area_no_support', outcome: 'no', inForceFrom: K_MEETINGS_BEGAN, inForceTo: null,
    when: { needsSeveralAreas: [false], betweenAuthorityAreas: [false], supportAfter18: ['none'], cannotLiveAlone: [false, null] },
    explanation: 'Ét område kan klare det, og den unge har ikke brug for støtte efter 18.',
    source: STATUS_2020,
  },
];
