import type { StaffLine } from '../../departments/staff/staff.queries.js';
import type { DepartmentLine } from '../../departments/units/departments.queries.js';
import { formatDateLongDanish } from '../../platform/clock/danish-format.js';
import type { LeaverAction, LeaverItem, LeaverWork, LeaverYouth } from '../../reports/succession/read-leaver.js';
import type { LeaverLine, SuccessionProgress } from '../../reports/succession/read-leavers.js';
import { suggestReceivers } from '../../reports/succession/suggest-receivers.js';
import type { GroupedOption } from '../forms/fields.js';
import { meetingTime } from '../youth/youth-dates.js';
import { receiverField } from './read-receivers.js';

export interface LeaverLineView {
  readonly id: string;
  readonly name: string;
  readonly holds: string;
  readonly progress: string | null;
}

export interface HandedLineView {
  readonly field: string;
  readonly what: string;
  readonly facts: string;
  /** Proposed by rule; nobody where there is none. */
  readonly proposed: string;
}

export interface SuccessionView {
  readonly id: string;
  readonly name: string;
  readonly lead: string;
  readonly progress: string | null;
  readonly youths: readonly HandedLineView[];
  readonly items: readonly HandedLineView[];
  readonly actions: readonly HandedLineView[];
  readonly standing: string | null;
  /** Who can coordinate, and who can take a seat or an action. */
  readonly coordinators: readonly GroupedOption[];
  readonly staff: readonly GroupedOption[];
}

export interface SuccessionFacts {
  readonly work: LeaverWork;
  /** The actor's unit with what everyone holds. */
  readonly unit: readonly LeaverLine[];
  readonly staff: readonly StaffLine[];
  readonly departments: readonly DepartmentLine[];
  readonly unitId: string | null;
}

/** The people of the unit and what each holds. */
export function leaversView(lines: readonly LeaverLine[]): LeaverLineView[] {
  return lines.map((line) => ({ id: line.id, name: line.active ? line.name : `${line.name} (er stoppet)`, holds: holdsText(line), progress: progressText(line) }));
}

/** A leaver's work, each line with a receiver proposed. */
export function successionView(facts: SuccessionFacts): SuccessionView {
  const { work } = facts;
  const proposed = proposals(facts);
  const line = (kind: 'ung' | 'punkt' | 'aftale', id: string, what: string, fact: string): HandedLineView =>
    ({ field: receiverField(kind, id), what, facts: fact, proposed: proposed.get(id) ?? '' });
  const [coordinators, staff] = optionsOf(facts);
  return {
    id: work.leaver.id, name: work.leaver.name, lead: leadOf(work), progress: progressText(work.progress),
    youths: work.youths.map((youth) => line('ung', youth.id, youth.name, youthFacts(youth))),
    items: work.items.map((item) => line('punkt', item.id, whose(item), `${meetingTime(item.startsAt, item.endsAt)}, ${item.typeLabel.toLowerCase()}`)),
    actions: work.actions.map((action) => line('aftale', action.id, actionText(action), `${whose(action)}, senest ${formatDateLongDanish(action.dueOn)}`)),
    standing: work.days === 0 ? null : `${work.leaver.name} sidder fast på ${work.days} K-mødedage, der kommer. K-mødesekretæren finder en stedfortræder til dem.`,
    coordinators, staff,
  };
}

/** '3 af 6 har sagt ja', and who said no; null when nobody was asked. */
function progressText({ asked, accepted, declined }: SuccessionProgress): string | null {
  if (asked === 0) return null;
  const no = declined === 0 ? '' : `, ${declined} har sagt nej`;
  return `${accepted} af ${asked} har sagt ja${no}`;
}

function proposals({ work, unit, staff, unitId }: SuccessionFacts): ReadonlyMap<string, string> {
  const able = new Set(staff.filter((person) => coordinates(person) && person.departmentId === unitId).map(({ id }) => id));
  const caseworkers = new Set(staff.filter(({ roles }) => roles.includes('caseworker')).map(({ id }) => id));
  const colleagues = unit.filter(({ id }) => able.has(id) && caseworkers.has(id) && id !== work.leaver.id).map(({ id, youths }) => ({ id, youths }));
  const youths = work.youths.map(({ id, offer }) => ({ id, youthId: id, chosen: offer !== null && offer.state === 'offered' ? offer.to : null }));
  const others = [...work.items, ...work.actions].map(({ id, youthId }) => ({ id, youthId, chosen: null }));
  return suggestReceivers({ youths, others }, colleagues);
}

function optionsOf({ work, staff, departments, unitId }: SuccessionFacts): [GroupedOption[], GroupedOption[]] {
  const names = new Map(departments.map(({ id, name }) => [id, name]));
  const order = (person: StaffLine): string => (person.departmentId === unitId ? '' : (names.get(person.departmentId) ?? 'Å'));
  const others = staff.filter(({ id }) => id !== work.leaver.id).sort((a, b) => order(a).localeCompare(order(b), 'da'));
  const option = ({ id, name, departmentId }: StaffLine): GroupedOption => ({ value: id, label: name, group: names.get(departmentId) ?? 'Andre' });
  return [others.filter(coordinates).map(option), others.map(option)];
}

function coordinates({ roles }: StaffLine): boolean {
  return roles.includes('caseworker') || roles.includes('team_leader');
}

function leadOf({ youths, items, actions }: LeaverWork): string {
  if (youths.length + items.length + actions.length === 0) return 'Alt er givet videre.';
  return `${holdsText({ youths: youths.length, items: items.length, actions: actions.length })} skal have en anden.`;
}

function holdsText({ youths, items, actions }: Pick<LeaverLine, 'youths' | 'items' | 'actions'>): string {
  const parts = [
    ...(youths === 0 ? [] : [`${youths} ${youths === 1 ? 'ung' : 'unge'}`]), ...(items === 0 ? [] : [`${items} ${items === 1 ? 'punkt' : 'punkter'}`]),
    ...(actions === 0 ? [] : [`${actions} ${actions === 1 ? 'aftale' : 'aftaler'}`]),
  ];
  if (parts.length === 0) return 'Intet';
  return parts.length === 1 ? parts.join('') : `${parts.slice(0, -1).join(', ')} og ${parts.at(-1) ?? ''}`;
}

function youthFacts({ birthDate, offer }: LeaverYouth): string {
  const born = `Født ${formatDateLongDanish(birthDate)}`;
  if (offer === null || offer.state === 'accepted') return born;
  return offer.state === 'offered' ? `${born}. Tilbudt til ${offer.toName}, som ikke har svaret` : `${born}. ${offer.toName} har sagt nej`;
}

function actionText({ text, kind }: LeaverAction): string {
  return text ?? (kind === 'action' ? 'En aftale' : 'En opfølgning');
}

function whose({ youthId, youthName }: Pick<LeaverItem, 'youthId' | 'youthName'>): string {
  return youthName ?? (youthId === null ? 'Uden navn' : 'En ung fra en anden enhed');
}
