import type { DEPARTMENT_KINDS } from '../../departments/units/department-kinds.data.js';

export interface DemoUnit {
  readonly name: string;
  readonly kind: (typeof DEPARTMENT_KINDS)[number]['code'];
  readonly parent?: string;
  /** Whom other units call; the numbers lead nowhere. */
  readonly call: readonly [name: string, phone: string];
}

/** The units of Nørreborg Kommune by code. A unit stands after the one it belongs to. */
export const UNITS = {
  familie: { name: 'Familieafdelingen', kind: 'family', call: ['Rådgivningen', '00 00 01 00'] },
  ungeenhed: { name: 'Ungeenheden', kind: 'family_youth', parent: 'familie', call: ['Ungevagten', '00 00 01 10'] },
  handicap: { name: 'Handicapteamet', kind: 'family_disability', parent: 'familie', call: ['Handicapvagten', '00 00 01 20'] },
  social: { name: 'Socialafdelingen', kind: 'social', call: ['Visitationen', '00 00 02 00'] },
  jobcenter: { name: 'Beskæftigelse', kind: 'employment', call: ['Ungeindgangen', '00 00 03 00'] },
  uu: { name: 'Uddannelsesvejledningen', kind: 'education_guidance', call: ['UU-vagten', '00 00 04 00'] },
  ppr: { name: 'PPR', kind: 'ppr', call: ['Telefonrådgivningen', '00 00 05 00'] },
  sundhed: { name: 'Sundhed og Omsorg', kind: 'health', call: ['Sundhedsplejen', '00 00 06 00'] },
  engskolen: { name: 'Engskolen', kind: 'special_school', call: ['Kontoret', '00 00 07 00'] },
  sekretariat: { name: 'K-mødesekretariatet', kind: 'secretariat', call: ['Sekretariatet', '00 00 08 00'] },
} as const satisfies Record<string, DemoUnit>;

export type UnitCode = keyof typeof UNITS;
