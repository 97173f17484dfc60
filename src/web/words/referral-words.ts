import type { BelongsAnswers, BelongsOutcome } from '../../referrals/belongs/belongs-answers.js';
import type { ReferralState } from '../../referrals/referral-states.js';
import type { TriageGround } from '../../referrals/triage-grounds.js';
import type { Attendee } from '../../referrals/types/referral-type-definition.js';
import type { Badge } from './youth-words.js';

const STATES: Readonly<Record<ReferralState, Badge>> = {
  draft: { text: 'Kladde', tone: 'info' },
  submitted: { text: 'Til vurdering', tone: 'warning' },
  accepted: { text: 'Godkendt, mangler tid', tone: 'warning' },
  returned: { text: 'Sendt tilbage', tone: 'error' },
  directly_coordinated: { text: 'Koordineres uden møde', tone: 'success' },
  withdrawn: { text: 'Trukket tilbage', tone: 'info' },
  booked: { text: 'Har en tid', tone: 'success' },
  concluded: { text: 'Afsluttet', tone: 'success' },
};

/** The answer of the check "hører sagen til på K-mødet?" in one sentence. */
export const OUTCOME_SENTENCES: Readonly<Record<BelongsOutcome, string>> = {
  yes: 'Ja, sagen hører til på K-mødet',
  no: 'Nej, sagen hører ikke til på K-mødet',
  unclear: 'Det er uklart. K-mødesekretæren ser på det',
  coordinate_directly: 'Aftal det direkte, uden møde',
};

const GROUNDS: Readonly<Record<TriageGround, string>> = {
  not_yes: 'tjekket ikke siger klart ja', urgent: 'den haster', without_youth: 'den unge ikke er med',
};

/** Where a referral stands. */
export function referralBadge(state: ReferralState): Badge {
  return STATES[state];
}

/** Why a person looks at a referral before it gets a time: 'tjekket ikke siger klart ja, og den haster'. */
export function triageReasons(grounds: readonly TriageGround[]): string {
  return grounds.map((ground) => GROUNDS[ground]).join(', og ');
}

const AREAS: Readonly<Record<string, string>> = {
  family: 'familieområdet', social: 'socialområdet', employment: 'beskæftigelsesområdet', education: 'uddannelsesvejledningen', ppr: 'PPR',
  health: 'sundhedsområdet', school: 'skoleområdet',
};

/** Who must come by the type, in words: 'den koordinerende sagsbehandler', 'en fra socialområdet, der kan beslutte'. */
export function attendeeWords({ who, of, role, decides }: Attendee): string {
  const deciding = decides === true ? ', der kan beslutte' : '';
  switch (who) {
    case 'coordinator': return 'den koordinerende sagsbehandler';
    case 'author': return 'den, der beder om mødet';
    case 'action_owners': return 'dem, der har åbne aftaler';
    case 'areas_asked': return `${role === 'team_leader' ? 'teamlederen' : 'en'} fra hvert område, du vælger${deciding}`;
    case 'area': return `${role === 'team_leader' ? 'teamlederen' : 'en'} fra ${AREAS[of ?? ''] ?? of ?? ''}${deciding}`;
    case 'department_kind': return `${role === 'team_leader' ? 'teamlederen' : 'en'} fra familieområdet${deciding}`;
  }
}

/** The first questions decide most cases; the others stand folded. */
export const FIRST_QUESTIONS = ['needsSeveralAreas', 'supportAfter18'] as const satisfies readonly (keyof BelongsAnswers)[];
export const MORE_QUESTIONS = [
  'betweenAuthorityAreas', 'cannotLiveAlone', 'retainedPlacement', 'youthSupportOnly', 'specialSchool', 'canAgreeDirectly',
] as const satisfies readonly (keyof BelongsAnswers)[];
