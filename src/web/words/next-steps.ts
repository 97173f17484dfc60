import { allows } from '../../auth/policy.js';
import type { Actor } from '../../platform/database/actor.js';
import { raiseReferral } from '../../referrals/referrals.policies.js';
import type { NextStep } from '../../reports/youth-overview/next-step.js';

const WORDS: Readonly<Record<NextStep['kind'], string>> = {
  ask: 'Intet K-møde planlagt',
  send: 'Anmodningen er en kladde',
  mend: 'Anmodningen er sendt tilbage til dig',
  find_time: 'Mangler en tid',
  await_triage: 'Anmodningen venter på vurdering',
  attend: 'Har en tid',
  conclude: 'Punktet er afholdt og mangler afslutning',
};

/** A youth's next step in words: where it stands. */
export function nextStepWords(step: NextStep): string {
  return WORDS[step.kind];
}

/** Where a youth's next step is taken. */
export interface StepLink {
  readonly href: string;
  readonly text: string;
}

/** The page of the next step, and what its link says; null where the reader has nothing to do there. */
export function nextStepLink(step: NextStep, youthId: string, actor: Actor): StepLink | null {
  switch (step.kind) {
    case 'ask': return allows(raiseReferral, actor) ? { href: `/unge/${youthId}/anmodning`, text: 'Bed om K-møde' } : null;
    case 'send': return { href: `/unge/${youthId}/anmodning`, text: 'Skriv anmodningen færdig' };
    case 'mend': return { href: `/anmodninger/${step.referralId}`, text: 'Ret anmodningen' };
    case 'find_time': return { href: `/anmodninger/${step.referralId}/tid`, text: 'Find en tid' };
    case 'await_triage': return { href: `/anmodninger/${step.referralId}`, text: 'Se anmodningen' };
    case 'attend': return { href: `/punkter/${step.bookingId}`, text: 'Gør punktet klar' };
    case 'conclude': return { href: `/punkter/${step.bookingId}`, text: 'Afslut punktet' };
  }
}
