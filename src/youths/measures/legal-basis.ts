const SECTION = /^§{0,2}\s*(\d{1,4})\s*([a-zæøå]?)(?=$|[\s,;.])\s*(.*)$/i;

/** Short and official names of the acts that measures are given under, by the name that they go by here. */
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

/** The name of an act in the one spelling that acts are compared by: 'BL' and 'Barnets  Lov' become 'barnets lov'. */
export function normaliseAct(text: string): string {
  const name = text.trim().replace(/\s+/g, ' ').toLowerCase();
  return ACT_NAMES[name] ?? name;
}

/** A section in one spelling: '46', '§46' and '§  46' become '§ 46'; '§ 2A, stk.1' becomes '§ 2 a, stk. 1'. */
export function normaliseSection(text: string): string {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  const match = SECTION.exec(trimmed);
  if (!match) return trimmed;
  const [, number, letter = '', rest = ''] = match;
  const tail = rest.replace(/^,\s*/, '').replace(/\b(stk|nr)\.\s*/gi, (_, word: string) => `${word.toLowerCase()}. `);
  return `§ ${number}${letter && ` ${letter.toLowerCase()}`}${tail && `, ${tail}`}`;
}

/** Number and letter of a section alone: '§ 76a, stk. 3' is '76 a', '§ 46, stk. 1' is '46'. Empty when there is no number. */
export function sectionNumber(section: string): string {
  const match = /(\d+)\s*([a-zæøå])?(?![a-zæøå])/i.exec(section);
  if (!match?.[1]) return '';
  return match[2] ? `${match[1]} ${match[2].toLowerCase()}` : match[1];
}
