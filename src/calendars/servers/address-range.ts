import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';

/** How far a listed server's name may lead: to this machine, to the municipality's own networks, or to the open internet only. */
export type Reach = 'loopback' | 'internal' | 'public';

type Range = readonly [address: string, prefix: number];

const LOOPBACK: readonly Range[] = [['127.0.0.0', 8], ['::1', 128]];
/** Never a server: unspecified, link-local (with the metadata services of cloud providers), multicast, reserved. RFC 6890. */
const NOWHERE: readonly Range[] = [
  ['0.0.0.0', 8], ['169.254.0.0', 16], ['224.0.0.0', 3], ['::', 128], ['fe80::', 10], ['ff00::', 8],
];
/** Private, shared and special networks, and IPv6 forms that carry an IPv4 address. RFC 6890, RFC 6052, RFC 3056. */
const PRIVATE: readonly Range[] = [
  ['10.0.0.0', 8], ['100.64.0.0', 10], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['fc00::', 7],
  ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['2002::', 16],
];

const loopback = blockList(LOOPBACK);
const nowhere = blockList(NOWHERE);
const internal = blockList(PRIVATE);

/** Whether a connection to the numeric address is within what was allowed. */
export function mayConnect(address: string, reach: Reach): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
  if (isIP(plain) === 0) return false;
  if (within(loopback, plain)) return reach === 'loopback';
  if (reach === 'loopback' || within(nowhere, plain) || /^::ffff:/i.test(plain)) return false;
  return reach === 'internal' || !within(internal, plain);
}

/** Whether a hostname of an address means this machine. */
export function isLoopback(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || within(loopback, bare);
}

function within(list: BlockList, address: string): boolean {
  if (isIPv4(address)) return list.check(address, 'ipv4');
  return isIPv6(address) && list.check(address, 'ipv6');
}

function blockList(ranges: readonly Range[]): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of ranges) list.addSubnet(address, prefix, isIPv4(address) ? 'ipv4' : 'ipv6');
  return list;
}
