/** A place in the panel: who sits for an area, and who comes instead. */
export interface PanelPlace {
  readonly area: string;
  readonly staffId: string;
  readonly deputyId: string | null;
  readonly decisionPower: boolean;
}

/** The standing people and the room that a day wants. */
export interface Crew {
  readonly chairId: string;
  readonly minuteTakerId: string;
  readonly roomId: string | null;
  readonly panel: readonly PanelPlace[];
}

export interface SeatedPlace extends PanelPlace {
  /** The member whose deputy sits here; null when the member comes. */
  readonly standsInFor: string | null;
  readonly seated: boolean;
}

export type Lack = 'chair' | 'minute_taker' | 'panel' | 'room';

/** How a day is really manned: whom it takes, and what it lacks. */
export interface SeatedCrew {
  readonly roomId: string | null;
  readonly panel: readonly SeatedPlace[];
  /** Staff and room that the day takes, each once. */
  readonly staffIds: readonly string[];
  readonly lacks: readonly Lack[];
}

/**
 * Seats a day with those who can come: a panel member who cannot is replaced by a deputy who can, else the place is empty.
 * The chair and the minute taker have no deputy; a room that is taken is given up. What is lacking is told, never refused:
 * the day exists, and a person finds somebody.
 */
export function seatCrew(crew: Crew, canCome: (resourceId: string) => boolean): SeatedCrew {
  const panel = crew.panel.map((place) => seatPlace(place, canCome));
  const roomTaken = crew.roomId !== null && !canCome(crew.roomId);
  const leaders = [crew.chairId, crew.minuteTakerId].filter(canCome);
  const lacks: Lack[] = [];
  if (!canCome(crew.chairId)) lacks.push('chair');
  if (!canCome(crew.minuteTakerId)) lacks.push('minute_taker');
  if (panel.some((place) => !place.seated)) lacks.push('panel');
  if (roomTaken) lacks.push('room');
  const staffIds = [...new Set([...leaders, ...panel.filter((place) => place.seated).map((place) => place.staffId)])];
  return { roomId: roomTaken ? null : crew.roomId, panel, staffIds, lacks };
}

/** Everyone and everything that the crew may need, deputies included: what to lock before looking. */
export function resourcesOf(crew: Crew): string[] {
  const people = crew.panel.flatMap((place) => [place.staffId, place.deputyId]);
  return [crew.chairId, crew.minuteTakerId, crew.roomId, ...people].filter((id) => id !== null);
}

function seatPlace(place: PanelPlace, canCome: (id: string) => boolean): SeatedPlace {
  if (canCome(place.staffId)) return { ...place, standsInFor: null, seated: true };
  if (place.deputyId !== null && canCome(place.deputyId)) {
    return { ...place, staffId: place.deputyId, standsInFor: place.staffId, seated: true };
  }
  return { ...place, standsInFor: null, seated: false };
}
