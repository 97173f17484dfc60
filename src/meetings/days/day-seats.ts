import type { Role } from '../../platform/database/actor.js';
import type { DayLine } from './read-days.js';
import type { Crew } from './seat-crew.js';

/** A place that somebody holds for the whole day. */
export type SeatCode = 'chair' | 'minute_taker' | `panel.${string}`;

/** One place of a day, and who is down for it. */
export interface DaySeat {
  readonly code: SeatCode;
  /** The area that a place in the panel answers for; null for the chair and the minute taker. */
  readonly area: string | null;
  readonly holder: { readonly id: string; readonly name: string };
  readonly deputyId: string | null;
  readonly decisionPower: boolean;
  /** The member whose deputy holds the place. */
  readonly standsInFor: string | null;
  /** False when neither the member nor the deputy could come. */
  readonly seated: boolean;
}

/** Somebody who works here, with the area of their unit and the roles they hold on the day. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly area: string;
  readonly roles: readonly Role[];
}

/** Another person for a place. */
export interface SeatWish {
  readonly seat: SeatCode;
  readonly staffId: string;
}

const LEADS: readonly Role[] = ['meeting_secretary', 'chair'];
const SITS: readonly Role[] = ['caseworker', 'team_leader', ...LEADS];

/** The places of a day: the chair, the minute taker, then the panel by area. */
export function seatsOf({ chair, minuteTaker, panel }: Pick<DayLine, 'chair' | 'minuteTaker' | 'panel'>): DaySeat[] {
  const leader = { area: null, deputyId: null, decisionPower: false, standsInFor: null, seated: true };
  return [
    { ...leader, code: 'chair', holder: chair },
    { ...leader, code: 'minute_taker', holder: minuteTaker },
    ...panel.map(({ area, staffId, name, deputyId, decisionPower, standsInFor, seated }): DaySeat => (
      { code: `panel.${area}`, area, holder: { id: staffId, name }, deputyId, decisionPower, standsInFor, seated })),
  ];
}

/**
 * Whether a colleague may take the place: the chair's and the minute taker's go to who may lead a K-møde, one in the panel to who
 * works in its area. The place's own member and deputy may have it wherever they work.
 */
export function maySit({ id, area, roles }: Colleague, seat: DaySeat): boolean {
  if ([seat.holder.id, seat.deputyId, seat.standsInFor].includes(id)) return true;
  const allowed = seat.area === null ? LEADS : SITS;
  return roles.some((role) => allowed.includes(role)) && (seat.area === null || seat.area === area);
}

/** The crew with other people in some places; a deputy who takes the place over is nobody's deputy any more. */
export function crewWith(crew: Crew, wishes: readonly SeatWish[]): Crew {
  const wished = new Map(wishes.map(({ seat, staffId }) => [seat, staffId]));
  return {
    ...crew,
    chairId: wished.get('chair') ?? crew.chairId,
    minuteTakerId: wished.get('minute_taker') ?? crew.minuteTakerId,
    panel: crew.panel.map((place) => {
      const staffId = wished.get(`panel.${place.area}`) ?? place.staffId;
      return { ...place, staffId, deputyId: place.deputyId === staffId ? null : place.deputyId };
    }),
  };
}
