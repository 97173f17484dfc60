import { writeTable } from './write-table.js';

describe('a table for a spreadsheet', () => {
  it('has a byte order mark, semicolons and CRLF', () => expect(writeTable([['Navn', 'Status'], ['Åse', 'Mødt']])).toBe('\uFEFFNavn;Status\r\nÅse;Mødt\r\n'));

  it.each(['=1+1', '+45', '-2', '@SUM(A1)', '\t=1', ' =1', '＝1', '＋1', '－1', '＠x'])('takes %j for text, not for a formula', (text) => {
    expect(writeTable([[text]])).toContain(`'${text}`);
  });

  it('does so after a separator or a line break within the cell too', () => {
    expect(writeTable([['a;=1']])).toBe("\uFEFF\"a;'=1\"\r\n");
    expect(writeTable([['\r=1']])).toBe("\uFEFF\"'\r'=1\"\r\n");
    expect(writeTable([['a\n=1']])).toBe("\uFEFF\"a\n'=1\"\r\n");
  });

  it('keeps quotes, semicolons and line breaks inside their cell', () => expect(writeTable([['a "b"; c\nd', 'e']])).toBe('\uFEFF"a ""b""; c\nd";e\r\n'));

  it('leaves a dash or a sign within a text alone', () => expect(writeTable([['Anne-Marie + Bo']])).toBe('\uFEFFAnne-Marie + Bo\r\n'));
});
