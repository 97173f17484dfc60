const ACT_NAMES: Readonly<Record<string, string>> = {
  bl: 'barnets lov',
  'lov om barnets lov': 'barnets lov',
  sel: 'serviceloven',
  servicelov: 'serviceloven',
  'lov om social service': 'serviceloven',
  stu: 'stu-loven',
  stuloven: 'stu-loven',
  'lov om ungdomsuddannelse for unge med særlige behov': 'stu-loven',
  'lov om aktiv socialpolitik': 'aktivloven',
  las: 'aktivloven',
};

/** One spelling per act: 'BL' and 'Barnets Lov' are both 'barnets lov'. */
export function normalisedAct(act: string): string {
  const text = act.trim().toLowerCase().replace(/\s+/g, ' ');
  return ACT_NAMES[text] ?? text;
}

/** Number and letter of a section: '§ 76a, stk. 3' is '76 a', '§ 46, stk. 1' is '46'. Empty when there is no number. */
export function normalisedSection(section: string): string {
  const match = /(\d+)\s*([a-zæøå])?(?![a-zæøå])/i.exec(section);
  if (!match?.[1]) return '';
  return match[2] ? `${match[1]} ${match[2].toLowerCase()}` : match[1];
}
