import type { NextStep } from '../../reports/youth-overview/next-step.js';

export interface StepWords {
  /** Where it stands. */
  readonly text: string;
  /** What you can do about it; null when you wait for others. */
  readonly action: { readonly label: string; readonly href: string } | null;
}

/** A youth's next step in words, with the page where it is taken. */
export function nextStepWords(step: NextStep, youthId: string): StepWords {
  switch (step.kind) {
    case 'ask': return { text: 'Intet K-møde planlagt', action: { label: 'Bed om K-møde', href: `/unge/${youthId}/anmodning` } };
    case 'send': return { text: 'Anmodningen er en kladde', action: { label: 'Gør anmodningen færdig', href: `/unge/${youthId}/anmodning` } };
    case 'mend': return { text: 'Anmodningen er sendt tilbage til dig', action: { label: 'Ret anmodningen', href: `/unge/${youthId}/anmodning` } };
    case 'find_time': return { text: 'Mangler en tid', action: { label: 'Find en tid', href: `/anmodninger/${step.referralId}/tid` } };
    case 'await_triage': return { text: 'Anmodningen venter på vurdering', action: null };
    case 'attend': return { text: 'Har en tid', action: { label: 'Gør punktet klar', href: `/punkter/${step.bookingId}` } };
    case 'conclude': return { text: 'Punktet er afholdt og mangler afslutning', action: { label: 'Afslut punktet', href: `/punkter/${step.bookingId}` } };
  }
}
