import { staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { mayUnprotect } from '../correct-youth.js';
import type { CprCipher } from '../cpr/cpr-cipher.js';
import { measureChanges, youthChange, type MeasureChange, type YouthChange } from './compare-youth.js';
import { importableUnits, type Importing } from './importing.js';
import { lineProblem, lineWarning, type LineProblem, type LineWarning } from './import-problem.js';
import { knownYouths, type KnownYouth } from './known-youths.js';
import type { ImportedYouth } from './merge-lines.js';
import {
  assignFirstCoordinators,
  offerToNamed,
  type NamedCoordinator,
  type OfferAnswer,
} from './write-coordinators.js';
import { insertMeasures, updateMeasures, type MeasureOf } from './write-measures.js';
import { insertYouths, updateYouths } from './write-youths.js';
import type { ImportedMeasure } from './youth-line.js';

/** What came of a file, counted in youths. */
export interface Landed {
  readonly created: string[];
  readonly updated: string[];
  unchanged: number;
  readonly rejected: LineProblem[];
  readonly warnings: LineWarning[];
  /** Youths whose protection the file has lifted. */
  readonly unprotected: string[];
  /** Youths that are there already and that the importer may not bring in. */
  readonly refused: string[];
}

/** Youths a statement takes: far below the time a web request may hold the database. */
const SLICE = 1_000;

/**
 * Brings checked youths into the database: new ones are created, known ones get what the file tells differently, and
 * what is told already writes nothing. A fixed number of statements for every 1,000 youths.
 */
export async function landYouths(
  tx: Tx,
  cipher: CprCipher,
  importing: Importing,
  youths: readonly ImportedYouth[],
): Promise<Landed> {
  const landed: Landed = { created: [], updated: [], unchanged: 0, rejected: [], warnings: [], unprotected: [], refused: [] };
  const importable = await importableUnits(tx, importing.importer);
  for (let at = 0; at < youths.length; at += SLICE) {
    await new Landing(tx, cipher, importing, importable, landed).land(youths.slice(at, at + SLICE));
  }
  const touched = [...landed.created, ...landed.updated];
  if (touched.length > 0) {
    await tx.query('INSERT INTO youth_import_youth (import_id, youth_id) SELECT $1, unnest($2::uuid[])', [
      importing.importId,
      touched,
    ]);
  }
  return landed;
}

interface Told {
  readonly youth: ImportedYouth;
  readonly known: KnownYouth | undefined;
}

interface OtherCoordinator extends NamedCoordinator {
  readonly line: number;
}

class Landing {
  private readonly changes: { youthId: string; change: YouthChange }[] = [];
  private readonly addedMeasures: MeasureOf<ImportedMeasure>[] = [];
  private readonly changedMeasures: MeasureOf<MeasureChange>[] = [];
  private readonly firstCoordinators: NamedCoordinator[] = [];
  private readonly otherCoordinators: OtherCoordinator[] = [];

  constructor(
    private readonly tx: Tx,
    private readonly cipher: CprCipher,
    private readonly importing: Importing,
    private readonly importable: ReadonlySet<string> | null,
    private readonly landed: Landed,
  ) {}

  async land(youths: readonly ImportedYouth[]): Promise<void> {
    const told = (await this.withKnown(youths)).filter((each) => this.mayBring(each));
    await this.create(told.filter(({ known }) => known === undefined).map(({ youth }) => youth));
    const touched = new Set(
      told.flatMap(({ youth, known }) => (known && this.compare(known, youth) ? [known.id] : [])),
    );
    await updateYouths(this.tx, this.changes);
    await insertMeasures(this.tx, this.addedMeasures);
    await updateMeasures(this.tx, this.changedMeasures);
    await assignFirstCoordinators(this.tx, this.firstCoordinators);
    for (const youthId of await this.offer()) touched.add(youthId);
    this.landed.updated.push(...touched);
    this.landed.unchanged += told.filter(({ known }) => known !== undefined && !touched.has(known.id)).length;
  }

  private async withKnown(youths: readonly ImportedYouth[]): Promise<Told[]> {
    const indexes = youths.map(({ cpr }) => this.cipher.blindIndex(cpr));
    const known = await knownYouths(this.tx, indexes);
    return youths.map((youth, at) => ({ youth, known: known.get((indexes[at] as Buffer).toString('hex')) }));
  }

  /**
   * Whether the importer may bring the youth in: told for an own unit, and of no other one. Asked where the lines land,
   * under the lock of imports: the youth's or the importer's unit may be another than when the file was checked.
   */
  private mayBring({ youth, known }: Told): boolean {
    const { importable, landed } = this;
    if (importable === null || (importable.has(youth.departmentId) && (!known || importable.has(known.departmentId)))) return true;
    landed.rejected.push(...youth.lines.map((line) => lineProblem(line, 'afdeling', 'other_unit')));
    if (known) landed.refused.push(known.id);
    return false;
  }

  private async create(youths: readonly ImportedYouth[]): Promise<void> {
    const ids = await insertYouths(this.tx, this.cipher, this.importing, youths);
    youths.forEach(({ measures, facts }, at) => {
      const youthId = ids[at] as string;
      this.addedMeasures.push(...measures.map((measure) => ({ youthId, measure })));
      if (facts.coordinatorId !== null) this.firstCoordinators.push({ youthId, staffId: facts.coordinatorId });
    });
    this.landed.created.push(...ids);
  }

  /** Collects what the file changes on a known youth; whether that is anything, hand-overs left out. */
  private compare(known: KnownYouth, told: ImportedYouth): boolean {
    const youthId = known.id;
    const change = youthChange(known, this.guarded(known, told), this.tx.today);
    const { added, changed } = measureChanges(known.measures, told.measures);
    const staffId = told.facts.coordinatorId;
    const first = staffId !== null && known.coordinatorId === null;
    if (change) this.changes.push({ youthId, change });
    if (staffId !== null && first) this.firstCoordinators.push({ youthId, staffId });
    if (staffId !== null && !first && staffId !== known.coordinatorId)
      this.otherCoordinators.push({ youthId, staffId, line: told.line });
    this.addedMeasures.push(...added.map((measure) => ({ youthId, measure })));
    this.changedMeasures.push(...changed.map((measure) => ({ youthId, measure })));
    if (changed.some(({ reopened }) => reopened))
      this.landed.warnings.push(lineWarning(told.line, 'til', 'measure_reopened'));
    return change !== null || first || added.length > 0 || changed.length > 0;
  }

  /** What the file may tell of a youth: protection is lifted by those only who may do it by hand. */
  private guarded(known: KnownYouth, told: ImportedYouth): ImportedYouth {
    if (!known.protected || told.facts.protected !== false) return told;
    if (mayUnprotect(this.importing.importer, known)) {
      this.landed.unprotected.push(known.id);
      return told;
    }
    this.landed.warnings.push(lineWarning(told.line, 'beskyttet', 'protection_kept'));
    return { ...told, facts: { ...told.facts, protected: null } };
  }

  private async offer(): Promise<string[]> {
    const answers = await offerToNamed(this.tx, staffIdOf(this.importing.importer), this.otherCoordinators);
    this.otherCoordinators.forEach(({ line }, at) => {
      this.landed.warnings.push(lineWarning(line, 'koordinator_email', HANDOVER_WARNINGS[answers[at] as OfferAnswer]));
    });
    return this.otherCoordinators.filter((_, at) => answers[at] === 'offered').map(({ youthId }) => youthId);
  }
}

const HANDOVER_WARNINGS = {
  offered: 'handover_offered',
  waiting: 'handover_waiting',
  had_before: 'coordinator_kept',
} as const;
