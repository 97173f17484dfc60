import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

/** What a form has done; the address carries the code and at most the id of a referral. */
const NOTICES = {
  sendt: { text: 'Anmodningen er sendt. K-mødesekretæren vurderer den, og du får besked.', undo: false },
  godkendt: { text: 'Anmodningen er godkendt og kan få en tid.', undo: true },
  'sendt-tilbage': { text: 'Anmodningen er sendt tilbage til den, der skrev den.', undo: true },
  direkte: { text: 'Gemt. Sagen koordineres uden møde og tæller som klaret.', undo: true },
  trukket: { text: 'Anmodningen er trukket tilbage.', undo: true },
  'smidt-ud': { text: 'Kladden er smidt ud.', undo: true },
  fortrudt: { text: 'Det er fortrudt.', undo: false },
} as const;

export type ReferralNoticeCode = keyof typeof NOTICES;

export interface ReferralNotice {
  readonly text: string;
  /** The address of the form that takes it back. */
  readonly undo: string | null;
}

export class ReferralQuery {
  @IsOptional() @IsString() @MaxLength(20)
  besked?: string;

  /** The referral that the notice is about, on a page of several. */
  @IsOptional() @IsUUID()
  fortryd?: string;
}

/** The notice of a code about a referral; null for none and for codes that are not ours. */
export function referralNotice(code: string | undefined, referralId: string | undefined): ReferralNotice | null {
  if (code === undefined || !Object.hasOwn(NOTICES, code)) return null;
  const { text, undo } = NOTICES[code as ReferralNoticeCode];
  return { text, undo: undo && referralId !== undefined ? `/anmodninger/${referralId}/fortryd` : null };
}
