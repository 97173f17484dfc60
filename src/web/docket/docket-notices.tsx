import type { VNode } from 'preact';
import { ActionButton } from '../forms/form.js';
import { Notice } from '../forms/messages.js';
import { dayLink } from './docket-links.js';

/** What a form has done; the address carries the code and ids alone. */
const NOTICES = {
  flyttet: 'Punktet er flyttet. Den unge skal spørges igen, fordi tiden er en anden.',
  'lagt-tilbage': 'Punktet ligger igen, hvor det lå.',
  afholdt: 'Punktet er meldt afholdt og venter på at blive afsluttet.',
  'sent-punkt': 'Punktet er sat på dagsordenen som sent punkt.',
  'dag-svar': 'Dit svar er gemt. Det gælder alle dagens punkter, også dem, der kommer på senere.',
  'dag-afbud': 'Dit afbud er gemt. Det gælder alle dagens punkter, og K-mødesekretæren bliver bedt om at finde en stedfortræder. Kan du alligevel komme, så ret dit svar.',
  'dag-personer': 'Gemt. De nye får en indkaldelse til dagen og skal selv svare. De, der er afløst, får besked om, at de ikke skal med. '
    + 'Alle andre beholder deres plads og får ingen besked.',
  lukket: 'Dagsordenen er lukket.',
  aabnet: 'Dagsordenen er åben igen.',
  'dag-flyttet': 'Dagen er flyttet med sine punkter. De unge skal spørges igen.',
  'dag-flyttet-lukkedag': 'Dagen er flyttet med sine punkter. De unge skal spørges igen. Bemærk, at datoen er en lukkedag. Er det en fejl, så flyt dagen igen.',
  'dag-lagt-tilbage': 'Dagen ligger igen, hvor den lå, med sine punkter og de svar, der var givet. De, der har fået besked om flytningen, får besked igen.',
  'dag-aflyst': 'Dagen er aflyst. Punkter, der lå på den, står først i køen til en ny tid.',
  'dag-lagt-ind': 'Dagen er lagt ind og kan bookes.',
  'dag-lagt-ind-lukkedag': 'Dagen er lagt ind og kan bookes. Bemærk, at datoen er en lukkedag. Er det en fejl, så flyt eller aflys dagen.',
} as const;

export type DocketNoticeCode = keyof typeof NOTICES;

export interface Said {
  readonly besked?: string | undefined;
  /** The item that was moved, and the slot that it came from. */
  readonly punkt?: string | undefined;
  readonly fra?: string | undefined;
  /** The day that was moved. */
  readonly dag?: string | undefined;
}

/** The sentence of a code; null for none and for codes that are not ours. */
export function docketNotice(code: string | undefined): string | null {
  return code !== undefined && Object.hasOwn(NOTICES, code) ? NOTICES[code as DocketNoticeCode] : null;
}

/** The notice of a code, with the way back after a move. @param undoesDay the day that was moved may still be put back by the reader */
export function DocketNotice({ said, back: at, undoesDay }: { said: Said; back: Readonly<Record<string, string>>; undoesDay: boolean }): VNode | null {
  const { besked, punkt, fra, dag } = said;
  const back = besked === 'flyttet' && punkt !== undefined && fra !== undefined;
  return (
    <Notice text={docketNotice(besked)}>
      {undoesDay && dag !== undefined && <ActionButton action={`${dayLink(dag)}/flyt/fortryd`} text="Fortryd flytningen" />}
      {back && <ActionButton action={`/dagsorden/punkter/${punkt}/flyt`} text="Fortryd flytningen" fields={{ slotId: fra, ...at, fortryd: 'ja' }} />}
    </Notice>
  );
}
