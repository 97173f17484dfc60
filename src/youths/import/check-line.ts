import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { Cpr } from '../cpr/cpr.js';
import { normaliseAct, normaliseSection } from '../measures/legal-basis.js';
import { key, type ImportDirectory } from './import-directory.js';
import type { ImportColumn } from './import-columns.js';
import { lineProblem, type LineProblem, type LineProblemCode } from './import-problem.js';
import { hasControlCharacter, readDate, readYesNo } from './read-cells.js';
import type { FileLine } from './read-youth-file.js';
import type { ImportedFacts, ImportedMeasure, LineIdentity, YouthLine } from './youth-line.js';

/** `identity` is there as soon as CPR and name can be read, also on a line that is rejected for something else. */
export interface LineCheck {
  line: YouthLine | null;
  identity: LineIdentity | null;
  problems: LineProblem[];
}

/** Checks every cell of one line and names all faults, each by its column. */
export function checkLine(fileLine: FileLine, directory: ImportDirectory): LineCheck {
  const check = new CellChecks(fileLine, directory);
  const identity = check.identity();
  const departmentId = check.ownDepartment();
  const facts = check.facts();
  const measure = check.measure(departmentId);
  const { problems } = check;
  const complete = identity !== null && departmentId !== null && problems.length === 0;
  return { line: complete ? { ...identity, departmentId, facts, measure } : null, identity, problems };
}

const MAX_LENGTH: Readonly<Partial<Record<ImportColumn, number>>> = {
  klassetrin: 20,
  handlekommune: 60,
  lov: 100,
  paragraf: 60,
};
const DEFAULT_MAX_LENGTH = 120;

class CellChecks {
  readonly problems: LineProblem[] = [];

  constructor(
    private readonly fileLine: FileLine,
    private readonly directory: ImportDirectory,
  ) {
    if (fileLine.surplus) this.problems.push(lineProblem(fileLine.line, null, 'surplus_cells'));
  }

  identity(): LineIdentity | null {
    const cpr = this.cpr();
    const firstName = this.text('fornavn', true);
    const lastName = this.text('efternavn', true);
    const givenBirthDate = this.pastDate('foedselsdato');
    if (cpr === null || firstName === null || lastName === null) return null;
    if (givenBirthDate !== null && givenBirthDate !== cpr.birthDate)
      this.problem('foedselsdato', 'birth_date_disagrees');
    return { line: this.fileLine.line, cpr, firstName, lastName, birthDate: givenBirthDate ?? cpr.birthDate };
  }

  /** The youth's own unit. Whose number it is plays no part: the answer is the same for a youth that nobody knows. */
  ownDepartment(): string | null {
    const departmentId = this.department('afdeling', true);
    const { importable } = this.directory;
    if (departmentId === null || importable === null || importable.has(departmentId)) return departmentId;
    return this.problem('afdeling', 'other_unit');
  }

  department(column: 'afdeling' | 'indsats_enhed', required = false): string | null {
    const text = this.text(column, required);
    if (text === null) return null;
    const found = this.directory.departments.get(key(text));
    if (found) return found;
    return this.problem(column, found === null ? 'ambiguous_department' : 'unknown_department');
  }

  facts(): ImportedFacts {
    return {
      coordinatorId: this.coordinator(),
      school: this.text('skole'),
      schoolGrade: this.text('klassetrin'),
      specialSchool: this.yesNo('specialskole'),
      protected: this.yesNo('beskyttet'),
      actingMunicipality: this.text('handlekommune'),
      previousTransitionMeetingOn: this.pastDate('seneste_overgangsmoede'),
      nextMeetingOn: this.date('naeste_moede'),
    };
  }

  /** The measure of the line; its unit is the youth's own department unless the line names another. */
  measure(ownDepartmentId: string | null): ImportedMeasure | null {
    const departmentId = this.department('indsats_enhed') ?? ownDepartmentId;
    const title = this.text('indsats');
    const act = normaliseAct(this.text('lov') ?? '');
    const section = normaliseSection(this.text('paragraf') ?? '');
    const startsOn = this.date('fra');
    const endsOn = this.date('til');
    if (!MEASURE_COLUMNS.some((column) => this.fileLine.cells[column] !== '')) return null;
    if (act !== '' && section === '') this.problem('paragraf', 'act_without_section');
    if (section !== '' && act === '') this.problem('lov', 'section_without_act');
    if (title === null && act === '' && section === '') this.problem('indsats', 'measure_without_title');
    if (this.fileLine.cells.fra === '') this.problem('fra', 'measure_without_from');
    if (startsOn !== null && endsOn !== null && endsOn < startsOn) this.problem('til', 'to_before_from');
    if (departmentId === null || startsOn === null) return null;
    return { departmentId, title: title ?? `${act} ${section}`, act, section, startsOn, endsOn };
  }

  private cpr(): Cpr | null {
    const { cpr } = this.fileLine.cells;
    if (cpr === '') return this.problem('cpr', 'required');
    const reading = Cpr.read(cpr);
    if (!reading.ok) return this.problem('cpr', reading.code);
    return reading.cpr.birthDate > this.directory.today ? this.problem('cpr', 'date_in_future') : reading.cpr;
  }

  private coordinator(): string | null {
    const email = this.text('koordinator_email');
    return email === null
      ? null
      : (this.directory.staff.get(key(email)) ?? this.problem('koordinator_email', 'unknown_email'));
  }

  private text(column: ImportColumn, required = false): string | null {
    const text = this.fileLine.cells[column];
    if (text === '') return required ? this.problem(column, 'required') : null;
    if (hasControlCharacter(text)) return this.problem(column, 'bad_character');
    return text.length > (MAX_LENGTH[column] ?? DEFAULT_MAX_LENGTH) ? this.problem(column, 'too_long') : text;
  }

  private date(column: ImportColumn): CalendarDate | null {
    const text = this.fileLine.cells[column];
    return text === '' ? null : (readDate(text) ?? this.problem(column, 'bad_date'));
  }

  private pastDate(column: ImportColumn): CalendarDate | null {
    const date = this.date(column);
    return date !== null && date > this.directory.today ? this.problem(column, 'date_in_future') : date;
  }

  private yesNo(column: ImportColumn): boolean | null {
    const text = this.fileLine.cells[column];
    return text === '' ? null : (readYesNo(text) ?? this.problem(column, 'bad_yes_no'));
  }

  private problem(column: ImportColumn, code: LineProblemCode): null {
    this.problems.push(lineProblem(this.fileLine.line, column, code));
    return null;
  }
}

const MEASURE_COLUMNS = [
  'indsats',
  'indsats_enhed',
  'lov',
  'paragraf',
  'fra',
  'til',
] as const satisfies readonly ImportColumn[];
