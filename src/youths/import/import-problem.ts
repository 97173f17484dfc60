import { CPR_MESSAGES, type CprProblem } from '../cpr/cpr.js';
import type { ImportColumn } from './import-columns.js';

/** What is wrong with a cell or a line. The texts never repeat a value of the file. */
export type LineProblemCode =
  | CprProblem
  | 'required'
  | 'too_long'
  | 'bad_character'
  | 'surplus_cells'
  | 'bad_date'
  | 'bad_yes_no'
  | 'date_in_future'
  | 'birth_date_disagrees'
  | 'unknown_department'
  | 'ambiguous_department'
  | 'other_unit'
  | 'unknown_email'
  | 'act_without_section'
  | 'section_without_act'
  | 'measure_without_title'
  | 'measure_without_from'
  | 'to_before_from'
  | 'conflicts_with_line';

/** What the importer should know about a line that landed all the same. */
export type LineWarningCode =
  | 'cpr_check_digit'
  | 'differs_from_line'
  | 'measure_repeated'
  | 'measure_reopened'
  | 'handover_offered'
  | 'handover_waiting'
  | 'coordinator_kept'
  | 'protection_kept';

/** One finding. `line` counts from 1, the header included; `column` is null where the whole line is meant. */
export interface LineFinding<Code extends string> {
  line: number;
  column: ImportColumn | null;
  code: Code;
  message: string;
}

export type LineProblem = LineFinding<LineProblemCode>;
export type LineWarning = LineFinding<LineWarningCode>;

const PROBLEM_MESSAGES: Readonly<Record<LineProblemCode, string>> = {
  ...CPR_MESSAGES,
  required: 'Feltet skal udfyldes.',
  too_long: 'Teksten er for lang. Gør den kortere.',
  bad_character: 'Feltet indeholder tegn, der ikke kan vises. Skriv teksten igen.',
  surplus_cells: 'Linjen har flere felter end kolonnenavnene. Sæt citationstegn om felter med skilletegn i.',
  bad_date: 'Skriv en dato, der findes, som ÅÅÅÅ-MM-DD eller DD-MM-ÅÅÅÅ.',
  bad_yes_no: 'Skriv ja eller nej.',
  date_in_future: 'Datoen ligger efter i dag. Ret den.',
  birth_date_disagrees: 'Fødselsdatoen passer ikke med CPR-nummeret. Tjek begge dele.',
  unknown_department:
    'Vi kender ingen åben enhed med det navn eller den kode. Brug koden fra listen over enheder.',
  ambiguous_department: 'Flere enheder hedder det samme. Brug enhedens kode.',
  other_unit: 'Du kan kun læse unge i din egen enhed ind. Bed sekretæren om resten.',
  unknown_email: 'Vi kender ingen sagsbehandler eller teamleder med den e-mail. Ret den, eller lad feltet stå tomt.',
  act_without_section: 'Skriv også paragraffen, når loven er skrevet.',
  section_without_act: 'Skriv også loven, når paragraffen er skrevet.',
  measure_without_title: 'Skriv, hvad indsatsen hedder, eller hvilken lov og paragraf den gives efter.',
  measure_without_from: 'Skriv, hvornår indsatsen begyndte.',
  to_before_from: 'Indsatsen slutter, før den begynder. Ret en af datoerne.',
  conflicts_with_line: 'Linjen er uenig med en tidligere linje om den samme unge.',
};

const WARNING_MESSAGES: Readonly<Record<LineWarningCode, string>> = {
  cpr_check_digit: 'CPR-nummeret består ikke den gamle kontrol med modulus 11. Det kan være rigtigt; tjek det gerne.',
  differs_from_line: 'Linjen er uenig med en tidligere linje om den samme unge. Den tidligere linje gælder.',
  measure_repeated: 'Den samme indsats står på en tidligere linje. Den sidste linje gælder.',
  handover_offered:
    'Den unge har en anden koordinerende sagsbehandler. Overdragelsen er tilbudt og gælder, når den er taget imod.',
  measure_reopened: 'En indsats, der havde en slutdato, har ingen mere og er åben igen. Tjek, om det er rigtigt.',
  handover_waiting:
    'Den unge har en anden koordinerende sagsbehandler, og en overdragelse venter allerede på svar. Intet er ændret.',
  coordinator_kept: 'Den unge har en anden koordinerende sagsbehandler, som I har aftalt her. Intet er ændret.',
  protection_kept:
    'Den unge er stadig beskyttet. Kun den koordinerende sagsbehandler, enhedens teamleder og K-mødesekretæren kan ophæve beskyttelsen.',
};

/** A fault with the sentence that goes with its code. */
export function lineProblem(
  line: number,
  column: ImportColumn | null,
  code: LineProblemCode,
  message?: string,
): LineProblem {
  return { line, column, code, message: message ?? PROBLEM_MESSAGES[code] };
}

/** A warning with the sentence that goes with its code. */
export function lineWarning(
  line: number,
  column: ImportColumn | null,
  code: LineWarningCode,
  message?: string,
): LineWarning {
  return { line, column, code, message: message ?? WARNING_MESSAGES[code] };
}
