export const SLOT_KINDS = ['slot', 'urgent', 'break'] as const;
export type SlotKind = (typeof SLOT_KINDS)[number];

/** One stretch of a K-møde day; a plan is what follows what, so a stretch has a length and no time of its own. */
export interface SlotPlanPart {
  readonly kind: SlotKind;
  readonly minutes: number;
}

export type SlotPlan = readonly SlotPlanPart[];

export interface LaidOutSlot {
  readonly position: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly urgent: boolean;
}

/** 210 minutes: four items of 40 minutes, two and two adjoining around a break of 20, and one urgent of 30 last. */
export const DEFAULT_SLOT_PLAN: SlotPlan = [
  { kind: 'slot', minutes: 40 },
  { kind: 'slot', minutes: 40 },
  { kind: 'break', minutes: 20 },
  { kind: 'slot', minutes: 40 },
  { kind: 'slot', minutes: 40 },
  { kind: 'urgent', minutes: 30 },
];

const MINUTE = 60_000;
const LONGEST_DAY_MINUTES = 600;

/** Length of the day in minutes, breaks included. */
export function planMinutes(plan: SlotPlan): number {
  return plan.reduce((sum, part) => sum + part.minutes, 0);
}

/** What is wrong with a plan, as a Danish sentence; undefined when it can be used. */
export function slotPlanFault(plan: SlotPlan): string | undefined {
  if (!plan.some((part) => part.kind === 'slot')) return 'Der skal være mindst én almindelig tid på dagen.';
  if (plan.filter((part) => part.kind === 'urgent').length > 1) return 'Der kan højst være én hasteplads på dagen.';
  if (planMinutes(plan) > LONGEST_DAY_MINUTES) return 'Dagen kan højst vare 10 timer.';
  return undefined;
}

/** The slots of a day that starts at the instant; breaks take time and become no slot. */
export function layOutSlots(plan: SlotPlan, startsAt: Date): { slots: LaidOutSlot[]; endsAt: Date } {
  let at = startsAt.getTime();
  const slots: LaidOutSlot[] = [];
  for (const part of plan) {
    const ends = at + part.minutes * MINUTE;
    if (part.kind !== 'break') {
      slots.push({ position: slots.length + 1, startsAt: new Date(at), endsAt: new Date(ends), urgent: part.kind === 'urgent' });
    }
    at = ends;
  }
  return { slots, endsAt: new Date(at) };
}
