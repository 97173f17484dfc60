import { readYouthFile, type FileLine, type FileReading } from './read-youth-file.js';

const HEADER = 'cpr;fornavn;efternavn;afdeling';
const SOFIE = '690109-4123;Sofie;Ærøskøbing;UNG';

function bytes(text: string, encoding: BufferEncoding = 'utf8'): Uint8Array {
  return Buffer.from(text, encoding);
}

async function lines(file: string | Uint8Array, charset?: string): Promise<FileLine[]> {
  const reading = await readYouthFile(typeof file === 'string' ? bytes(file) : file, charset);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.lines;
}

async function problems(file: string | Uint8Array): Promise<{ code: string; column?: string; message: string }[]> {
  const reading: FileReading = await readYouthFile(typeof file === 'string' ? bytes(file) : file);
  return reading.ok ? [] : reading.problems;
}

describe('reading the bytes of an import', () => {
  it('takes UTF-8 with and without BOM and Windows-1252', async () => {
    const text = `${HEADER}\r\n${SOFIE}\r\n`;
    for (const file of [bytes(text), bytes(`\uFEFF${text}`), bytes(text, 'latin1')]) {
      const [line] = await lines(file);
      expect(line?.cells).toMatchObject({ cpr: '690109-4123', efternavn: 'Ærøskøbing', afdeling: 'UNG', skole: '' });
    }
    expect((await lines(bytes(text, 'latin1'), 'Windows-1252'))[0]?.cells.efternavn).toBe('Ærøskøbing');
  });

  it('reads the euro and the dash of Windows-1252', async () => {
    const file = Buffer.concat([bytes(`${HEADER}\n690109-4123;Sofie `), Buffer.of(0x96), bytes(';Øst;UNG', 'latin1')]);
    expect((await lines(file))[0]?.cells.fornavn).toBe('Sofie –');
  });

  it('takes composed and decomposed letters for the same', async () => {
    expect((await lines(`${HEADER}\n${SOFIE}`.normalize('NFD')))[0]?.cells.efternavn).toBe('Ærøskøbing');
    expect((await lines(`${HEADER}\n690109-4123;A\u030Ase;Vang;UNG`))[0]?.cells.fornavn).toBe('Åse');
  });

  it('refuses other encodings and letters that were lost before', async () => {
    expect((await problems(bytes(`\uFEFF${HEADER}\n${SOFIE}`, 'utf16le')))[0]?.code).toBe('encoding_unknown');
    expect((await problems(bytes(`${HEADER}\n690109-4123;SÃ¸ren;Vang;UNG`)))[0]?.code).toBe('encoding_unknown');
    expect((await problems(`${HEADER}\n690109-4123;S\uFFFDren;Vang;UNG`))[0]?.code).toBe('encoding_unknown');
  });

  it('refuses an empty file', async () => {
    expect((await problems(''))[0]?.code).toBe('file_empty');
    expect((await problems('\r\n \r\n'))[0]?.code).toBe('file_empty');
  });
});

describe('the shape of an import', () => {
  it('takes semicolon and comma, any line ending, quotes and free order', async () => {
    const expected = { cpr: '690109-4123', fornavn: 'Sofie', efternavn: 'Birk; Holt', afdeling: 'UNG' };
    for (const eol of ['\n', '\r\n', '\r']) {
      const quoted = `afdeling;efternavn;fornavn;cpr${eol}UNG;"Birk; Holt";Sofie;690109-4123`;
      expect((await lines(quoted))[0]?.cells).toMatchObject(expected);
      const commas = `afdeling,cpr,fornavn,efternavn${eol}UNG,690109-4123,Sofie,Birk; Holt`;
      expect((await lines(commas))[0]?.cells).toMatchObject(expected);
    }
  });

  it('takes header names in other case and with æøå', async () => {
    const [line] = await lines(
      'CPR;Fornavn;Efternavn;Fødselsdato;Afdeling;Næste møde;;\n690109-4123;Sofie;Vang;2009-01-09;UNG;2027-01-06;;',
    );
    expect(line?.cells).toMatchObject({ foedselsdato: '2009-01-09', naeste_moede: '2027-01-06' });
    expect(line?.surplus).toBe(false);
  });

  it('names the line where a record starts, over blank lines and line breaks in cells', async () => {
    const file = `\n\n${HEADER}\n${SOFIE}\n\n;;;\n690109-4124;"Ida\nMarie";Vang;UNG\n690109-4125;Liv;Vang;UNG`;
    const found = await lines(file);
    expect(found.map((line) => line.line)).toEqual([4, 7, 9]);
    expect(found[1]?.cells.fornavn).toBe('Ida Marie');
  });

  it('keeps quotes inside a name, and takes a short line as empty cells', async () => {
    const [line] = await lines(`${HEADER};skole\n690109-4123;Jens "Basse";Vang;UNG`);
    expect(line?.cells).toMatchObject({ fornavn: 'Jens "Basse"', skole: '' });
  });

  it('marks a line with more filled cells than columns', async () => {
    expect((await lines(`${HEADER}\n${SOFIE};;`))[0]?.surplus).toBe(false);
    expect((await lines(`${HEADER}\n${SOFIE};Engskolen`))[0]?.surplus).toBe(true);
  });
});

describe('a header that cannot be used', () => {
  it('names missing, unknown and repeated columns at once', async () => {
    const found = await problems('cpr;fornavn;fornavn;afdeling;koordinator_mail\n');
    expect(found.map(({ code, column }) => [code, column])).toEqual([
      ['missing_column', 'efternavn'],
      ['unknown_column', 'koordinator_mail'],
      ['duplicate_column', 'fornavn'],
    ]);
  });

  it('repeats nothing of a file without a header row', async () => {
    const found = await problems(SOFIE);
    expect(found.map(({ code }) => code)).toEqual(['header_missing']);
    expect(JSON.stringify(found)).not.toMatch(/690109|Sofie/);
  });

  it('gives the place of a column whose name may be data', async () => {
    const found = await problems(`${HEADER};690109-4123\n`);
    expect(found).toMatchObject([{ code: 'unknown_column', column: 'nummer 5' }]);
  });

  it('says where a quote was left open, and repeats nothing', async () => {
    const [problem] = await problems(`${HEADER}\n${SOFIE}\n690109-4124;"Ida;Vang;UNG\n`);
    expect(problem).toMatchObject({ code: 'quotes_broken', message: expect.stringContaining('efter linje 2') });
    const swallowed = `${HEADER}\n690109-4124;"Ida;Vang;UNG\n${`${SOFIE}\n`.repeat(2000)}690109-4124;Ida";Vang;UNG\n`;
    expect((await problems(swallowed))[0]?.code).toBe('quotes_broken');
  });

  it('refuses a file above the limit', async () => {
    const found = await problems(`${HEADER}\n${'690109-4123;A;B;C\n'.repeat(100_001)}`);
    expect(found).toMatchObject([{ code: 'too_many_lines', message: expect.stringContaining('100.000') }]);
  });
});
