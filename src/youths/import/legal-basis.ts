const SECTION = /^§{0,2}\s*(\d{1,4})\s*([a-zæøå]?)(?=$|[\s,;.])\s*(.*)$/i;

/** The name of an act in the one spelling that measures are compared by: 'Barnets  Lov' becomes 'barnets lov'. */
export function normaliseAct(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
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
