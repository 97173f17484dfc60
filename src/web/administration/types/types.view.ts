import { formatDateLongDanish } from '../../../platform/clock/danish-format.js';
import { CLOSING_NEEDS, type ClosingNeed, OUTCOMES, type YouthPresence } from '../../../referrals/types/referral-type-definition.js';
import type { TypeVersion } from '../../../referrals/types/referral-types.queries.js';

const PRESENCE: Readonly<Record<YouthPresence, string>> = {
  expected: 'Den unge er med. Ellers skal der være en grund.', absent: 'Uden den unge, med en grund, og den unge får besked bagefter.',
  heard_before: 'Som regel uden den unge, der høres inden.', as_last_time: 'Som sidste gang.',
};

const NEEDS: Readonly<Record<ClosingNeed, string>> = {
  outcome: 'udfald', attendance: 'hvem der var der', decision_note: 'beslutningsnotat', action: 'mindst én aftale, eller hvorfor ingen', coordinator: 'koordinerende sagsbehandler',
  next: 'næste skridt', tell_youth: 'hvem der fortæller den unge det', youth_view: 'hvordan den unges syn kom med', two_places: 'to steder at vælge mellem, eller undtagelsen',
};

export interface TypeView {
  readonly id: string;
  readonly label: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
}

/** The types in force in words: what each asks for, and where that comes from. */
export function typesView(types: readonly TypeVersion[]): TypeView[] {
  return types.map((type) => ({
    id: type.id, label: type.label,
    facts: [
      { label: 'Pladser', text: type.slots === 1 ? '1 plads' : '2 pladser efter hinanden' },
      { label: 'Den unge', text: PRESENCE[type.youth] },
      { label: 'Varsel', text: `${type.leadDays} dage` },
      { label: 'Dagsorden', text: type.agenda.map(({ title, minutes }) => `${title} (${minutes} min.)`).join(', ') },
      { label: 'Udfald', text: type.outcomes.map((code) => OUTCOMES[code]).join(', ') },
      { label: 'For at afslutte', text: CLOSING_NEEDS.filter((need) => type.closing.includes(need)).map((need) => NEEDS[need]).join(', ') },
      { label: 'Opfølgning', text: type.followUpWeeks === null ? 'Ingen fast' : `Efter ${type.followUpWeeks} uger` },
      { label: 'Kilde', text: type.source },
      { label: 'Gælder', text: `${formatDateLongDanish(type.inForceFrom)} – ${type.inForceTo === null ? '' : formatDateLongDanish(type.inForceTo)}`.trim() },
    ],
  }));
}
