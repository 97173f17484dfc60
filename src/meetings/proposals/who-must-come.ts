import type { Attendee } from '../../referrals/types/referral-type-definition.js';
import type { DayDocket, PanelSeat } from '../occupancy/day-docket.js';
import { areaLabel } from './seat-labels.js';

/** What makes a person one to ask: the relation to the youth or the referral, or that the caller named them. */
export type Acquaintance = 'coordinator' | 'author' | 'known' | 'action_owner' | 'leader' | 'named';

export interface Person {
  readonly staffId: string;
  readonly name: string;
  readonly area: string;
  readonly departmentKind: string;
  readonly leader: boolean;
  readonly acquaintances: readonly Acquaintance[];
}

export type ParticipantRole = 'coordinator' | 'author' | 'area' | 'action_owner' | 'participant' | 'chair' | 'minute_taker';

/** One member of staff who comes to an item. */
export interface Comer {
  readonly staffId: string;
  readonly role: ParticipantRole;
  readonly area: string | null;
  readonly mandatory: boolean;
  /** Occupied by the day already; the item does not take them again. */
  readonly standing: boolean;
  readonly decisionPower: boolean;
  readonly substituteFor: string | null;
}

/** A person who should come and cannot. */
export interface Hindered {
  readonly staffId: string;
  readonly because: 'away' | 'not_seated';
}

export interface Attendance {
  readonly comers: readonly Comer[];
  readonly hindered: readonly Hindered[];
  /** What nobody is found for, in Danish words: 'en fra socialområdet'. */
  readonly vacant: readonly string[];
}

export interface SeatsWanted {
  readonly mustAttend: readonly Attendee[];
  /** The areas that the referral asks for. */
  readonly areas: readonly string[];
  readonly people: readonly Person[];
  /** Kinds of units by code, with the area each answers for. */
  readonly kinds: ReadonlyMap<string, { readonly area: string; readonly label: string }>;
  readonly docket: Pick<DayDocket, 'panel' | 'standing'>;
  readonly isAway: (staffId: string) => boolean;
}

/** Who knows the youth best is asked first. */
const NEAREST: readonly Acquaintance[] = ['coordinator', 'author', 'known', 'action_owner', 'named'];

/**
 * Fills the seats of a type for one day: the coordinating caseworker, then whoever knows the youth in the area, else the
 * panel's member or deputy for it. Where the area must decide and the one who knows the youth cannot, the panel's member comes
 * too. (Who must attend: the TULU report 2016; a municipal participant who is away needs a substitute with the same power.)
 */
export function whoMustCome(wanted: SeatsWanted): Attendance {
  const seats = new Seats(wanted);
  for (const attendee of expandAreas(wanted.mustAttend, wanted.areas)) seats.fill(attendee);
  for (const person of wanted.people) if (person.acquaintances.includes('named')) seats.add(person, 'participant', false);
  return seats.attendance();
}

/** `areas_asked` becomes one seat for each area that has no seat yet. */
function expandAreas(mustAttend: readonly Attendee[], areas: readonly string[]): Attendee[] {
  const seated = new Set(mustAttend.filter((each) => each.who === 'area').map((each) => each.of));
  return mustAttend.flatMap((each) => {
    if (each.who !== 'areas_asked') return [each];
    return areas.filter((area) => !seated.has(area)).map((area) => ({ ...each, who: 'area' as const, of: area }));
  });
}

class Seats {
  private readonly comers = new Map<string, Comer>();
  private readonly hindered = new Map<string, Hindered>();
  private readonly vacant: string[] = [];

  constructor(private readonly wanted: SeatsWanted) {}

  attendance(): Attendance {
    return { comers: [...this.comers.values()], hindered: [...this.hindered.values()], vacant: this.vacant };
  }

  fill(attendee: Attendee): void {
    const { people } = this.wanted;
    if (attendee.who === 'area' || attendee.who === 'department_kind') return this.fillArea(attendee);
    if (attendee.who === 'action_owners') return this.acquainted(people, 'action_owner').forEach((each) => this.add(each, 'action_owner', true));
    if (attendee.who === 'areas_asked') return;
    const [person] = this.acquainted(people, attendee.who);
    if (person !== undefined) this.add(person, attendee.who, true);
    else if (attendee.who === 'coordinator') this.vacant.push('den koordinerende sagsbehandler');
  }

  add(person: Person, role: ParticipantRole, mandatory: boolean): void {
    if (this.wanted.isAway(person.staffId)) this.hinder(person.staffId, 'away');
    else this.seat({ staffId: person.staffId, role, area: person.area, mandatory, decisionPower: this.decides(person), substituteFor: null });
  }

  private fillArea(attendee: Attendee): void {
    const fitting = this.fitting(attendee);
    const decides = attendee.decides === true;
    if (fitting !== undefined) this.add(fitting, 'area', true);
    if (fitting !== undefined && (!decides || this.decides(fitting))) return;
    const kind = attendee.who === 'area' ? undefined : this.wanted.kinds.get(attendee.of ?? '');
    const area = kind?.area ?? attendee.of ?? '';
    const place = this.wanted.docket.panel.find((seat) => seat.area === area);
    if (place !== undefined) this.fillFromPanel(place);
    const label = kind?.label ?? areaLabel(area);
    if (decides && place?.decisionPower !== true) this.vacant.push(`en, der kan beslutte for ${label}`);
    else if (place === undefined) this.vacant.push(`en fra ${label}`);
  }

  /** The one of the area or kind who knows the youth best, and holds the role that the seat asks for. */
  private fitting(attendee: Attendee): Person | undefined {
    const matching = this.wanted.people.filter((person) => (attendee.who === 'area' ? person.area : person.departmentKind) === attendee.of);
    if (attendee.role === 'team_leader') return matching.find((person) => person.leader);
    return NEAREST.map((relation) => this.acquainted(matching, relation)[0]).find((person) => person !== undefined);
  }

  private fillFromPanel(place: PanelSeat): void {
    const { isAway } = this.wanted;
    const seat = { role: 'area', area: place.area, mandatory: true, decisionPower: place.decisionPower } as const;
    if (!place.seated) return this.hinder(place.staffId, 'not_seated');
    if (!isAway(place.staffId)) return this.seat({ ...seat, staffId: place.staffId, substituteFor: place.standsInFor });
    const deputy = place.standsInFor === null ? place.deputyId : null;
    if (deputy === null || isAway(deputy)) return this.hinder(place.staffId, 'away');
    this.seat({ ...seat, staffId: deputy, substituteFor: place.staffId });
  }

  private seat(comer: Omit<Comer, 'standing'>): void {
    const before = this.comers.get(comer.staffId);
    const standing = this.wanted.docket.standing.includes(comer.staffId);
    this.comers.set(comer.staffId, before === undefined ? { ...comer, standing } : {
      ...before,
      mandatory: before.mandatory || comer.mandatory,
      decisionPower: before.decisionPower || comer.decisionPower,
    });
  }

  private hinder(staffId: string, because: Hindered['because']): void {
    this.hindered.set(staffId, { staffId, because });
  }

  private decides(person: Person): boolean {
    return person.leader || this.wanted.docket.panel.some((seat) => seat.staffId === person.staffId && seat.decisionPower);
  }

  private acquainted(people: readonly Person[], relation: Acquaintance): Person[] {
    return people.filter((person) => person.acquaintances.includes(relation));
  }
}
