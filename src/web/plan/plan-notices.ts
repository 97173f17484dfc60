import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

interface NoticeText {
  readonly text: string;
  /** The form that takes it back, under the plan's address. */
  readonly undo?: { readonly to: (id: string) => string; readonly fields?: Readonly<Record<string, string>> };
}

const reopenGoal = { to: (id: string) => `maal/${id}/status`, fields: { state: 'open' } };
const reopenAction = { to: (id: string) => `aftaler/${id}/genaabn` };

/** What a form of the plan has done; the address carries the code alone. */
const NOTICES = {
  'maal-nyt': { text: 'Målet er skrevet i planen.' },
  'maal-rettet': { text: 'Målet er rettet.' },
  'maal-flyttet': { text: 'Målet er flyttet.' },
  'maal-reached': { text: 'Målet er nået.', undo: reopenGoal },
  'maal-dropped': { text: 'Det er ikke længere et mål i planen.', undo: reopenGoal },
  'maal-open': { text: 'Målet er i gang igen.' },
  'aftale-ny': { text: 'Aftalen er skrevet i planen.' },
  'aftale-rettet': { text: 'Aftalen er rettet.' },
  'aftale-gjort': { text: 'Aftalen er gjort.', undo: reopenAction },
  'aftale-opgivet': { text: 'Aftalen er opgivet.', undo: reopenAction },
  'aftale-aabnet': { text: 'Aftalen er i gang igen.' },
  godkendt: { text: 'Planen er godkendt som en ny udgave. Giv den unge et eksemplar.' },
} as const satisfies Record<string, NoticeText>;

export type PlanNoticeCode = keyof typeof NOTICES;

export interface PlanNotice {
  readonly text: string;
  readonly undo: { readonly action: string; readonly fields: Readonly<Record<string, string>> } | null;
}

export class PlanPageQuery {
  @IsOptional() @IsString() @MaxLength(20)
  besked?: string;

  /** What may be taken back. */
  @IsOptional() @IsUUID()
  fortryd?: string;
}

/** The sentence of a code; null for none and for codes that are not ours. */
export function planNotice(youthId: string, { besked, fortryd }: PlanPageQuery): PlanNotice | null {
  if (besked === undefined || !Object.hasOwn(NOTICES, besked)) return null;
  const { text, undo }: NoticeText = NOTICES[besked as PlanNoticeCode];
  return { text, undo: undo === undefined || fortryd === undefined ? null : { action: `/unge/${youthId}/plan/${undo.to(fortryd)}`, fields: undo.fields ?? {} } };
}

/** The address of the plan after a form. */
export function backToPlan(youthId: string, notice: PlanNoticeCode, undo?: string): string {
  return `/unge/${encodeURIComponent(youthId)}/plan?besked=${notice}${undo === undefined ? '' : `&fortryd=${undo}`}`;
}
