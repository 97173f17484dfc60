import type { DeadlineLine } from '../../deadlines/lists/deadline-line.js';

/** Act and section; for a local agreement or a suggestion what it comes from. */
export function deadlineSource({ act, section, source }: Pick<DeadlineLine, 'act' | 'section' | 'source'>): string {
  if (act === null) return source;
  const law = section === null ? act : `${act} ${section}`;
  return `${law.charAt(0).toUpperCase()}${law.slice(1)}`;
}
