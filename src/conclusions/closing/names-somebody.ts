import { CPR_SHAPE } from '../../platform/logging/cpr-shape.js';

/** Whether a text that is to be anonymous holds one of the names as a word of its own, or something shaped as a CPR number. */
export function namesSomebody(text: string, names: readonly string[]): boolean {
  if (CPR_SHAPE.test(text)) return true;
  const words = new Set(text.toLocaleLowerCase('da').match(/[\p{L}\p{M}'-]+/gu) ?? []);
  const given = names.flatMap((name) => name.toLocaleLowerCase('da').split(/\s+/)).filter((name) => name.length > 1);
  return given.some((name) => ['', 's', "'", "'s"].some((ending) => words.has(name + ending)));
}
