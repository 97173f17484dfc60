import type { Comer } from '../proposals/who-must-come.js';

/** Who holds the standing places of a day. */
export interface StandingPlaces {
  readonly chairId: string;
  readonly minuteTakerId: string;
  readonly panel: ReadonlyArray<{ readonly area: string; readonly staffId: string }>;
}

/**
 * The people of an item after the day's standing places have changed hands: whoever came as the holder of a place gives way to
 * the new holder, everybody else stays. `standing` are those whom the day really takes now.
 */
export function reseatItem(before: readonly Comer[], old: StandingPlaces, now: StandingPlaces, standing: readonly string[]): Comer[] {
  const comers = new Map<string, Comer>();
  for (const comer of before) {
    const staffId = successorOf(comer, old, now);
    const known = comers.get(staffId);
    const seat = { ...comer, staffId, standing: standing.includes(staffId), substituteFor: staffId === comer.staffId ? comer.substituteFor : null };
    comers.set(staffId, known === undefined ? seat : {
      ...known, mandatory: known.mandatory || seat.mandatory, decisionPower: known.decisionPower || seat.decisionPower,
    });
  }
  for (const [staffId, role] of [[now.chairId, 'chair'], [now.minuteTakerId, 'minute_taker']] as const) {
    if (comers.has(staffId) || !standing.includes(staffId)) continue;
    comers.set(staffId, { staffId, role, area: null, mandatory: true, standing: true, decisionPower: false, substituteFor: null });
  }
  return [...comers.values()];
}

function successorOf(comer: Comer, old: StandingPlaces, now: StandingPlaces): string {
  if (!comer.standing) return comer.staffId;
  if (comer.role === 'chair' && comer.staffId === old.chairId) return now.chairId;
  if (comer.role === 'minute_taker' && comer.staffId === old.minuteTakerId) return now.minuteTakerId;
  const held = old.panel.find((seat) => seat.area === comer.area && seat.staffId === comer.staffId);
  return now.panel.find((seat) => seat.area === held?.area)?.staffId ?? comer.staffId;
}
