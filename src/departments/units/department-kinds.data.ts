/**
 * Kinds of units and their authority areas (Viborg's overview of efforts 2021 and the TULU report 2016).
 * The employment area is one kind under two labels: the job centre requirement fell on 1 July 2026 (lov 1750 of 29.12.2025).
 */
export const DEPARTMENT_KINDS: ReadonlyArray<{ code: string; label: string; area: string }> = [
  { code: 'family', label: 'Familieafdeling', area: 'family' },
  { code: 'family_youth', label: 'Ungeenhed', area: 'family' },
  { code: 'family_disability', label: 'Handicapteam', area: 'family' },
  { code: 'social', label: 'Socialafdeling', area: 'social' },
  { code: 'employment', label: 'Beskæftigelse', area: 'employment' },
  { code: 'education_guidance', label: 'Uddannelsesvejledning (UU)', area: 'education' },
  { code: 'ppr', label: 'Pædagogisk Psykologisk Rådgivning (PPR)', area: 'ppr' },
  { code: 'health', label: 'Sundhed og omsorg', area: 'health' },
  { code: 'school', label: 'Skole', area: 'school' },
  { code: 'special_school', label: 'Specialskole', area: 'school' },
  { code: 'secretariat', label: 'K-mødesekretariat', area: 'secretariat' },
];
