import { areaName } from '../words/codes.js';
import { capital } from '../words/capital.js';
import { referralBadge } from '../words/referral-words.js';
import type { Badge } from '../words/youth-words.js';
import { type OtherPlacesView, otherPlacesView, timesView, type TimesView } from './proposals.view.js';
import type { Finding } from './read-finding.js';

export interface FindingView {
  readonly action: string;
  readonly who: string;
  readonly whoHref: string | null;
  readonly facts: string;
  readonly badge: Badge;
  readonly urgent: boolean;
  readonly times: TimesView | null;
  readonly others: OtherPlacesView;
  readonly chooses: boolean;
  /** Why there are no times to choose from, and where to go instead. */
  readonly instead: { readonly text: string; readonly href: string; readonly link: string } | null;
  readonly referralHref: string;
}

/** What the page with the free times says. */
export function findingView({ referral, bookingId, times, chooses, today }: Finding): FindingView {
  const { id, youth, anonymous, typeLabel, areas, urgent, state } = referral;
  return {
    action: `/anmodninger/${id}/tid`, who: youth?.name ?? (anonymous ? 'Punkt uden navn' : 'Den unge, du har slået op'), whoHref: youth === null ? null : `/unge/${youth.id}`,
    facts: `${capital(typeLabel)} · ${areas.map(areaName).join(', ')}`, badge: referralBadge(state), urgent: urgent !== null,
    times: times === null ? null : timesView(times.proposals, today), others: otherPlacesView(times?.others ?? []), chooses,
    instead: instead(referral, bookingId), referralHref: `/anmodninger/${id}`,
  };
}

function instead({ id, state }: Finding['referral'], bookingId: string | null): FindingView['instead'] {
  switch (state) {
    case 'accepted': return null;
    case 'booked': return bookingId === null ? null : { text: 'Anmodningen har fået en tid.', href: `/punkter/${bookingId}/tid`, link: 'Se tiden, eller flyt den' };
    case 'submitted': return { text: 'Anmodningen venter på vurdering. Den kan få en tid, når den er godkendt.', href: `/anmodninger/${id}`, link: 'Se anmodningen' };
    case 'draft':
    case 'returned': return { text: 'Anmodningen er ikke sendt.', href: `/anmodninger/${id}/ret`, link: 'Skriv den færdig, og send den' };
    case 'concluded':
    case 'withdrawn':
    case 'directly_coordinated': return { text: 'Anmodningen er afsluttet og skal ikke have en tid.', href: `/anmodninger/${id}`, link: 'Se anmodningen' };
  }
}
