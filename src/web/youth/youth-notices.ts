import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

interface NoticeText {
  readonly text: string;
  /** Where the form goes that takes it back, under the youth's address. */
  readonly undo?: (id: string) => string;
}

/** What a form has done; the address carries the code alone. */
const NOTICES = {
  tilbudt: { text: 'Tilbuddet er sendt. Du koordinerer stadig, indtil der er sagt ja.' },
  overtaget: { text: 'Du er nu koordinerende sagsbehandler for den unge.' },
  afvist: { text: 'Du har sagt nej. Den unge bliver hos den nuværende koordinerende sagsbehandler.' },
  trukket: { text: 'Tilbuddet er trukket tilbage.' },
  klaret: { text: 'Fristen er klaret.', undo: (id) => `milepaele/${id}/fortryd` },
  fortrudt: { text: 'Det er fortrudt, og fristerne er regnet om.' },
  irrelevant: { text: 'Fristen er markeret som ikke relevant.', undo: (id) => `frister/${id}/relevant` },
  relevant: { text: 'Fristen er åben igen.' },
  milepael: { text: 'Gemt. Fristerne er regnet om.', undo: (id) => `milepaele/${id}/fortryd` },
  'indsats-ny': { text: 'Indsatsen er skrevet ind, og enheden kan se den unge.', undo: (id) => `indsatser/${id}/tilbage` },
  'indsats-slut': { text: 'Indsatsen har fået en slutdato.', undo: (id) => `indsatser/${id}/fortsaet` },
  'indsats-rettet': { text: 'Det er fortrudt.' },
  'person-ny': { text: 'Personen er på netværkskortet.' },
  'person-rettet': { text: 'Rettelsen er gemt.' },
  'person-fjernet': { text: 'Personen er fjernet fra netværkskortet.', undo: (id) => `netvaerk/${id}/tilbage` },
  'person-tilbage': { text: 'Personen er på netværkskortet igen.' },
  'foraelder-ny': { text: 'Forældremyndighedsindehaveren er skrevet på.' },
  'foraelder-rettet': { text: 'Rettelsen er gemt.' },
  'foraelder-fjernet': { text: 'Forældremyndighedsindehaveren er fjernet, og samtykkerne gælder ikke længere.' },
  'samtykke-nyt': { text: 'Samtykket er skrevet ind.' },
  'samtykke-trukket': { text: 'Samtykket er trukket tilbage og gælder ikke længere.', undo: (id) => `samtykker/${id}/fortryd` },
  'samtykke-igen': { text: 'Det er fortrudt, og samtykket gælder igen.' },
  oplysninger: { text: 'Oplysningerne er rettet.' },
  beskyttet: { text: 'Beskyttelsen er slået til. Siden viser ikke længere, hvor den unge er.' },
  ubeskyttet: { text: 'Beskyttelsen er slået fra.' },
} as const satisfies Record<string, NoticeText>;

export type NoticeCode = keyof typeof NOTICES;
export type YouthPart = 'koordinering' | 'frister' | 'indsatser' | 'netvaerk' | 'grundlag' | 'oplysninger';

export interface YouthNotice {
  readonly text: string;
  /** The address of the form that takes it back. */
  readonly undo: string | null;
}

export class YouthPageQuery {
  @IsOptional() @IsString() @MaxLength(20)
  besked?: string;

  /** What may be taken back. */
  @IsOptional() @IsUUID()
  fortryd?: string;
}

/** The sentence of a code; null for none and for codes that are not ours. */
export function youthNotice(youthId: string, { besked, fortryd }: YouthPageQuery): YouthNotice | null {
  if (besked === undefined || !Object.hasOwn(NOTICES, besked)) return null;
  const { text, undo }: NoticeText = NOTICES[besked as NoticeCode];
  return { text, undo: undo === undefined || fortryd === undefined ? null : `/unge/${youthId}/${undo(fortryd)}` };
}

/** The address of the youth's page after a form: what was done, and where on the page it stands. */
export function backToYouth(id: string, notice: NoticeCode, part: YouthPart, undo?: string): string {
  return `/unge/${encodeURIComponent(id)}?besked=${notice}${undo === undefined ? '' : `&fortryd=${undo}`}#${part}`;
}
