import { isId } from '../../platform/database/ids.js';

/** What a form has done; the address carries the code and at most the id of a row. */
const NOTICES = {
  gemt: 'Det er gemt.',
  svaret: 'Dit svar er gemt.',
  stedfortraeder: 'Stedfortræderen er sat ind. Den unge skal spørges igen.',
  'kollega-med': 'Kollegaen er sat på punktet. Den unge skal spørges igen.',
  'kollega-af': 'Kollegaen er taget af punktet.',
  aflyst: 'Punktet er aflyst, og alle får besked. Anmodningen står forrest til en ny tid.',
  genoprettet: 'Punktet er tilbage på sin plads.',
  'udsagn-slettet': 'Udsagnet er slettet.',
  'tal-slettet': 'Tallet er slettet.',
  kladde: 'Kladden er gemt.',
  mangler: 'Kladden er gemt, men punktet kan ikke afsluttes endnu.',
  afsluttet: 'Punktet er afsluttet. Giv den unge »Det aftalte vi« med hjem.',
  rettet: 'Referatet er rettet.',
  godkendt: 'Referatet er godkendt og kan ikke ændres mere.',
  'gaest-sat-paa': 'Personen er sat på punktet. Den unge skal spørges igen.',
  'gaest-taget-af': 'Personen er taget af punktet. Den unge skal spørges igen.',
  'brev-sendt': 'Brevet er markeret som sendt med kommunens post.',
  'brev-ikke-sendt': 'Det er fortrudt. Brevet står igen som ikke sendt.',
  'referat-sendt': 'Referatet er markeret som sendt med kommunens post.',
  'referat-ikke-sendt': 'Det er fortrudt. Referatet står igen som ikke sendt.',
} as const;

export type ItemNoticeCode = keyof typeof NOTICES;

/** Notices of a row that was taken away or marked, with the part of the address under which that is undone. */
const UNDONE_AT: Readonly<Partial<Record<ItemNoticeCode, string>>> = {
  'udsagn-slettet': 'udsagn', 'tal-slettet': 'tal', 'brev-sendt': 'breve/brev', 'referat-sendt': 'breve/referat',
};

export interface ItemNotice {
  readonly text: string;
  /** The form's address that undoes it; null where nothing is to undo. */
  readonly undo: string | null;
}

/** The notice of a code; null for none and for codes that are not ours. */
export function itemNotice(id: string, { besked, raekke }: { readonly besked?: string | undefined; readonly raekke?: string | undefined }): ItemNotice | null {
  if (besked === undefined || !Object.hasOwn(NOTICES, besked)) return null;
  const code = besked as ItemNoticeCode;
  const part = UNDONE_AT[code];
  if (code === 'aflyst') return { text: NOTICES[code], undo: `/punkter/${id}/genopret` };
  return { text: NOTICES[code], undo: part !== undefined && raekke !== undefined && isId(raekke) ? `/punkter/${id}/${part}/${raekke}/fortryd` : null };
}
