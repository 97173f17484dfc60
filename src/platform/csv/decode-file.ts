const UTF8_BOM = [0xef, 0xbb, 0xbf];
const UTF16_BOMS = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];
const WINDOWS_1252_NAMES = new Set(['windows-1252', 'cp1252', 'iso-8859-1', 'latin1']);
/** What Windows-1252 has at 0x80-0x9F; five places are free and stay control characters. */
const WINDOWS_1252_UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
const MISREAD_DANISH_LETTER = /Ã[¦¸¥†˜…\u0085\u0086\u0098]/;

/**
 * The text of a CSV file in UTF-8 (with or without BOM) or Windows-1252. A file that is valid UTF-8 is UTF-8 unless the
 * sender names Windows-1252. null: another encoding, or one in which æøå were already lost.
 */
export function decodeFile(bytes: Uint8Array, charset?: string): string | null {
  if (UTF16_BOMS.some((bom) => startsWith(bytes, bom))) return null;
  const text = decode(bytes, charset?.toLowerCase());
  return text.includes('\uFFFD') || MISREAD_DANISH_LETTER.test(text) ? null : text;
}

function decode(bytes: Uint8Array, charset: string | undefined): string {
  if (startsWith(bytes, UTF8_BOM)) return new TextDecoder('utf-8').decode(bytes);
  if (charset !== undefined && WINDOWS_1252_NAMES.has(charset)) return windows1252(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return windows1252(bytes);
  }
}

/** Node 20's own decoder takes Windows-1252 for Latin-1 and loses 0x80-0x9F. */
function windows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\u0080-\u009F]/g, (control) => WINDOWS_1252_UPPER[control.charCodeAt(0) - 0x80] ?? control);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}
