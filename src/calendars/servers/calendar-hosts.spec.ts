import { mayConnect } from './address-range.js';
import { allowedAddress, readHosts } from './calendar-hosts.js';
import { ServerProblem } from './server-problem.js';

const hosts = readHosts(' kalender.kommune.example, intern:Exchange.local:8443, localhost:5232,[::1]:5232,127.0.0.1:80 ');
const problem = (text: string): string | null => {
  try {
    allowedAddress(hosts, text);
    return null;
  } catch (error) {
    return error instanceof ServerProblem ? error.code : 'another error';
  }
};

describe('the list of calendar servers', () => {
  it('has names, ports and how far each may lead', () => {
    expect(hosts).toEqual([
      { hostname: 'kalender.kommune.example', port: 443, reach: 'public' }, { hostname: 'exchange.local', port: 8443, reach: 'internal' },
      { hostname: 'localhost', port: 5232, reach: 'loopback' }, { hostname: '[::1]', port: 5232, reach: 'loopback' }, { hostname: '127.0.0.1', port: 80, reach: 'loopback' },
    ]);
    expect(readHosts('')).toEqual([]);
  });

  it.each(['*', 'https://kalender.example', 'kalender.example/sti', 'bruger@kalender.example', 'kalender.example:99999'])('takes no %s', (entry) => {
    expect(() => readHosts(entry)).toThrow(RangeError);
  });
});

describe('an address', () => {
  it.each([
    'https://kalender.kommune.example/ical?token=1', 'https://KALENDER.kommune.example:443/', 'webcal://kalender.kommune.example/a.ics',
    'https://exchange.local:8443/dav/', 'https://kalender.kommune.example\\@ond.example/', 'http://localhost:5232/', 'http://[::1]:5232/',
    'http://127.0.0.1/', ' https://kalender.kommune.example/ ',
  ])('is allowed: %s', (text) => expect(problem(text)).toBeNull());

  it.each([
    ['http://kalender.kommune.example/', 'not_https'], ['ftp://kalender.kommune.example/', 'not_https'], ['file:///etc/passwd', 'malformed_address'],
    ['https://kalender.kommune.example.ond.example/', 'host_not_allowed'], ['https://kalender.kommune.example:444/', 'host_not_allowed'],
    ['https://kalender.kommune.example@ond.example/', 'malformed_address'], ['https://ond.example#kalender.kommune.example', 'host_not_allowed'],
    ['http://127.0.0.1:22/', 'host_not_allowed'], ['http://2130706433/x', null],
    ['https://169.254.169.254/', 'host_not_allowed'], ['', 'malformed_address'], ['a'.repeat(3_000), 'malformed_address'],
  ] as const)('%s is %s', (text, code) => expect(problem(text)).toBe(code));
});

describe('a connection', () => {
  const PUBLIC = ['13.107.6.152', '2a01:111::1'];
  const PRIVATE = ['10.0.0.1', '172.31.255.1', '192.168.1.1', '100.64.0.1', 'fd00::1', '64:ff9b::a00:1', '::ffff:10.0.0.1'];
  const LOOPBACK = ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'];
  const NOWHERE = ['169.254.169.254', 'fe80::1', '0.0.0.0', '::', '224.0.0.1', '255.255.255.255', '::ffff:169.254.169.254', '::ffff:a9fe:a9fe', 'ikke en adresse'];
  const allowed = (reach: Parameters<typeof mayConnect>[1], addresses: readonly string[]) => addresses.filter((address) => mayConnect(address, reach));

  it('of a public server goes to the open internet only', () => {
    expect(allowed('public', [...PUBLIC, ...PRIVATE, ...LOOPBACK, ...NOWHERE])).toEqual(PUBLIC);
  });

  it('of a server on the own network goes there too, and never to this machine', () => {
    expect(allowed('internal', [...PUBLIC, ...PRIVATE, ...LOOPBACK, ...NOWHERE])).toEqual([...PUBLIC, ...PRIVATE]);
  });

  it('of this machine stays on it', () => {
    expect(allowed('loopback', [...PUBLIC, ...PRIVATE, ...LOOPBACK, ...NOWHERE])).toEqual(LOOPBACK);
  });
});
