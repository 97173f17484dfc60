import { inflateSync } from 'node:zlib';

/** What a test wants to know about a PDF that pdfkit wrote. `text` has its blanks folded. */
export interface PdfFacts {
  title: string;
  language: string;
  tagged: boolean;
  claimsAccessibility: boolean;
  pages: number;
  text: string;
  /** Structure elements in the order of the file: 'H1', 'P', 'TH' … */
  structure: string[];
}

type Objects = Map<string, string>;
type Glyphs = Map<number, string>;

/** Reads a PDF by its bytes: no program on the machine is needed. Throws when it is no PDF. */
export function readPdf(bytes: Buffer): PdfFacts {
  const file = bytes.toString('latin1');
  if (!file.startsWith('%PDF-1.7') || !file.trimEnd().endsWith('%%EOF')) throw new Error('not a PDF');
  const objects: Objects = new Map();
  for (const [, id, body] of file.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) objects.set(id ?? '', body ?? '');
  const all = [...objects.values()];
  return {
    title: decodeString(objects.get(reference(file, 'Title')) ?? ''),
    language: /\/Lang \((.*?)\)/.exec(file)?.[1] ?? '',
    tagged: /\/Marked true/.test(file) && /\/StructTreeRoot/.test(file),
    claimsAccessibility: all.some((body) => body.includes('<pdfuaid:part>1</pdfuaid:part>')),
    pages: all.filter((body) => /\/Type \/Page\n/.test(body)).length,
    text: textOf(objects).replace(/\s+/g, ' ').trim(),
    structure: all.flatMap((body) => /^<<\n\/S \/(\w+)\n[\s\S]*\/P \d+ 0 R/.exec(body)?.[1] ?? []),
  };
}

function textOf(objects: Objects): string {
  const fonts = glyphsByFont(objects);
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\n/.test(body));
  return pages.map((page) => pageText(streamOf(objects, reference(page, 'Contents')), fonts)).join('\n');
}

function pageText(content: string, fonts: Map<string, Glyphs>): string {
  let glyphs: Glyphs = new Map();
  let text = '';
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g)) {
    if (font) glyphs = fonts.get(font) ?? new Map<number, string>();
    else text += `${glyphText(shown ?? '', glyphs)}\n`;
  }
  return text;
}

function glyphText(shown: string, glyphs: Glyphs): string {
  const codes = [...shown.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex]) => (hex ?? '').match(/.{4}/g) ?? []);
  return codes.map((code) => glyphs.get(parseInt(code, 16)) ?? '\ufffd').join('');
}

function glyphsByFont(objects: Objects): Map<string, Glyphs> {
  const fonts = new Map<string, Glyphs>();
  for (const body of objects.values()) {
    for (const [, name, id] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = reference(objects.get(id ?? '') ?? '', 'ToUnicode');
      fonts.set(name ?? '', readGlyphs(streamOf(objects, unicode)));
    }
  }
  return fonts;
}

/** pdfkit writes ranges of up to 256 glyphs: <0000> <0036> [<0000> <0055> …]; an entry may hold several letters. */
function readGlyphs(map: string): Glyphs {
  const glyphs: Glyphs = new Map();
  for (const [, first, list] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[(.*?)\]/g)) {
    const letters = [...(list ?? '').matchAll(/<([0-9a-f ]+)>/g)];
    letters.forEach(([, hex], index) => glyphs.set(parseInt(first ?? '0', 16) + index, utf16(hex ?? '')));
  }
  return glyphs;
}

function utf16(hex: string): string {
  return Buffer.from(hex.replace(/ /g, ''), 'hex').swap16().toString('utf16le');
}

function streamOf(objects: Objects, id: string): string {
  const body = objects.get(id) ?? '';
  const start = body.indexOf('stream\n') + 'stream\n'.length;
  const bytes = Buffer.from(body.slice(start, body.lastIndexOf('\nendstream')), 'latin1');
  return (body.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

function reference(body: string, key: string): string {
  return new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1] ?? '';
}

/** A string object: parentheses around UTF-16 with a byte order mark, or plain bytes. */
function decodeString(object: string): string {
  const bytes = Buffer.from(object.replace(/^\(|\)$/g, '').replace(/\\([()\\])/g, '$1'), 'latin1');
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1');
  return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le');
}
