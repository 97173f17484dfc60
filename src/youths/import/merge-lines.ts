import { normaliseAct } from '../measures/legal-basis.js';
import type { LineCheck } from './check-line.js';
import type { ImportColumn } from './import-columns.js';
import { lineProblem, lineWarning, type LineProblem, type LineWarning } from './import-problem.js';
import type { ImportedFacts, ImportedMeasure, LineIdentity, YouthLine } from './youth-line.js';

/** One youth with all measures that the file names; `line` is the first of its lines. */
export interface ImportedYouth extends LineIdentity {
  departmentId: string;
  facts: ImportedFacts;
  measures: ImportedMeasure[];
  lines: number[];
}

export interface MergedLines {
  youths: ImportedYouth[];
  problems: LineProblem[];
  warnings: LineWarning[];
}

const FACT_COLUMNS: Readonly<Record<keyof ImportedFacts, ImportColumn>> = {
  coordinatorId: 'koordinator_email',
  school: 'skole',
  schoolGrade: 'klassetrin',
  specialSchool: 'specialskole',
  protected: 'beskyttet',
  actingMunicipality: 'handlekommune',
  previousTransitionMeetingOn: 'seneste_overgangsmoede',
  nextMeetingOn: 'naeste_moede',
};
const FACT_NAMES = Object.keys(FACT_COLUMNS) as (keyof ImportedFacts)[];

/**
 * Gathers the checked lines by CPR, in the order of the file. A line that disagrees with an earlier one on name or
 * birth date is rejected; on anything else the earlier line stands and the later gives a warning. Of a measure named
 * twice the last line stands.
 */
export function mergeLines(checks: readonly LineCheck[]): MergedLines {
  const merger = new Merger();
  for (const check of checks) merger.take(check);
  return merger.merged();
}

class Merger {
  private readonly youths = new Map<string, ImportedYouth>();
  private readonly problems: LineProblem[] = [];
  private readonly warnings: LineWarning[] = [];

  take({ line, identity, problems }: LineCheck): void {
    const conflict = identity && this.conflict(identity);
    const found = conflict ? [...problems, conflict] : problems;
    if (found.length > 0 || line === null) this.problems.push(...found);
    else this.add(line);
  }

  merged(): MergedLines {
    return { youths: [...this.youths.values()], problems: this.problems, warnings: this.warnings };
  }

  private conflict(identity: LineIdentity): LineProblem | null {
    const first = this.youths.get(identity.cpr.reveal());
    if (!first) return null;
    const column = disagreement(first, identity);
    if (column === null) return null;
    const message = `Linjen er uenig med linje ${first.line} om den samme unge. Ret den ene af dem.`;
    return lineProblem(identity.line, column, 'conflicts_with_line', message);
  }

  private add(line: YouthLine): void {
    const known = this.youths.get(line.cpr.reveal());
    if (known) this.extend(known, line);
    else this.begin(line);
  }

  private begin(line: YouthLine): void {
    const { measure, ...youth } = line;
    this.youths.set(line.cpr.reveal(), {
      ...youth,
      facts: { ...line.facts },
      measures: measure ? [measure] : [],
      lines: [line.line],
    });
    if (!line.cpr.passesModulus11()) this.warnings.push(lineWarning(line.line, 'cpr', 'cpr_check_digit'));
  }

  private extend(youth: ImportedYouth, line: YouthLine): void {
    youth.lines.push(line.line);
    if (line.departmentId !== youth.departmentId) this.warn(line, youth, 'afdeling');
    for (const name of FACT_NAMES) {
      const told = line.facts[name];
      if (told === null || told === youth.facts[name]) continue;
      if (youth.facts[name] === null) Object.assign(youth.facts, { [name]: told });
      else this.warn(line, youth, FACT_COLUMNS[name]);
    }
    if (line.measure) this.addMeasure(youth, line.measure, line.line);
  }

  private addMeasure(youth: ImportedYouth, measure: ImportedMeasure, line: number): void {
    const at = youth.measures.findIndex((known) => measureKey(known) === measureKey(measure));
    if (at === -1) {
      youth.measures.push(measure);
      return;
    }
    const same = youth.measures[at]?.endsOn === measure.endsOn && youth.measures[at]?.title === measure.title;
    if (!same) this.warnings.push(lineWarning(line, 'til', 'measure_repeated'));
    youth.measures[at] = measure;
  }

  private warn(line: YouthLine, youth: ImportedYouth, column: ImportColumn): void {
    const message = `Linjen er uenig med linje ${youth.line} om den samme unge. Linje ${youth.line} gælder.`;
    this.warnings.push(lineWarning(line.line, column, 'differs_from_line', message));
  }
}

/** What makes two measures of one youth the same. */
export function measureKey(measure: Pick<ImportedMeasure, 'departmentId' | 'act' | 'section' | 'startsOn'>): string {
  return [measure.departmentId, normaliseAct(measure.act), measure.section, measure.startsOn].join('|');
}

function disagreement(first: LineIdentity, later: LineIdentity): ImportColumn | null {
  if (first.firstName !== later.firstName) return 'fornavn';
  if (first.lastName !== later.lastName) return 'efternavn';
  return first.birthDate === later.birthDate ? null : 'foedselsdato';
}
