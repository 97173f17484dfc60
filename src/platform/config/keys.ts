/** One key, or several parted by commas: 32 bytes each, base64. */
export const KEYS_OF_32_BYTES = /^\s*[A-Za-z0-9+/]{43}=(\s*,\s*[A-Za-z0-9+/]{43}=)*\s*$/;

/** The keys of a setting, as they are written there: the newest first, older ones behind it. */
export function keyTexts(setting: string): string[] {
  return setting.split(',').map((text) => text.trim());
}

/** The keys of a setting that holds one or several. The first seals, all of them open: so a key is changed without a stop. */
export function readKeys(setting: string): Buffer[] {
  return keyTexts(setting).map((text) => Buffer.from(text, 'base64'));
}
