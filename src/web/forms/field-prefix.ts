/**
 * Sets the fields of a form apart from those of the other forms of a page, by its address without what all have in common:
 * `/punkter/…/grundlag/social?fra=1` gives 'grundlag-social-'.
 */
export function fieldPrefix(action: string): string {
  return `${(action.split('?')[0] ?? '').split('/').slice(3).join('-')}-`;
}
