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
