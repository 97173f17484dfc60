import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { groundFor } from '../access/open-youth.js';
import { visibleTo } from '../access/visible-youths.js';
import { NetworkPerson, type NetworkKind } from './network-person.entity.js';

export interface NewNetworkPerson {
  readonly kind: NetworkKind;
  readonly name: string;
  readonly relation: string;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly closeness: number;
}

/** Puts somebody on the network map. Returns the person's id. @throws DomainError not_found */
export async function addNetworkPerson(tx: Tx, youthId: string, given: NewNetworkPerson): Promise<string> {
  const ground = await groundFor(tx, youthId);
  const person = Object.assign(new NetworkPerson(), {
    phone: null, email: null, ...given, id: newId(), youthId, removedAt: null, createdAt: tx.now,
  });
  await tx.save(person);
  tx.audit('network_person.added', { type: 'network_person', id: person.id, youthIds: [youthId], ground });
  return person.id;
}

/** What is sent replaces what stood there, null takes it away; what is left out stays. */
export type NetworkPersonChange = { readonly [Field in keyof NewNetworkPerson]?: NewNetworkPerson[Field] | (Field extends 'phone' | 'email' ? null : never) | undefined };

/** Corrects what is known about somebody on the map. Returns the youth's id. @throws DomainError not_found, also once removed */
export async function correctNetworkPerson(tx: Tx, personId: string, change: NetworkPersonChange): Promise<string> {
  const person = await tx.lock(NetworkPerson, personId, visibleTo(tx));
  const ground = await groundFor(tx, person.youthId);
  if (person.removedAt !== null) throw notFound();
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  Object.assign(person, Object.fromEntries(given));
  await tx.save(person);
  const detail = { fields: given.map(([field]) => field) };
  tx.audit('network_person.corrected', { type: 'network_person', id: person.id, youthIds: [person.youthId], ground, detail });
  return person.youthId;
}

/** Puts somebody who was taken off back on the map. @throws DomainError not_found */
export async function restoreNetworkPerson(tx: Tx, personId: string): Promise<void> {
  const person = await tx.lock(NetworkPerson, personId, visibleTo(tx));
  const ground = await groundFor(tx, person.youthId);
  person.removedAt = null;
  await tx.save(person);
  tx.audit('network_person.restored', { type: 'network_person', id: person.id, youthIds: [person.youthId], ground });
}

/** Takes somebody off the map; old meetings still know them. @throws DomainError not_found */
export async function removeNetworkPerson(tx: Tx, personId: string): Promise<void> {
  const person = await tx.lock(NetworkPerson, personId, visibleTo(tx));
  const ground = await groundFor(tx, person.youthId);
  person.removedAt ??= tx.now;
  await tx.save(person);
  tx.audit('network_person.removed', { type: 'network_person', id: person.id, youthIds: [person.youthId], ground });
}

export interface NetworkLine {
  readonly id: string;
  readonly kind: NetworkKind;
  readonly name: string;
  readonly relation: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly closeness: number;
}

/** The network map, the closest first. The caller has checked access. */
async function listNetwork(tx: Tx, youthId: string): Promise<NetworkLine[]> {
  return tx.query<NetworkLine>(
    `SELECT id, kind, name, relation, phone, email, closeness FROM network_person
     WHERE youth_id = $1 AND removed_at IS NULL ORDER BY closeness, created_at, id`,
    [youthId], 'network-list',
  );
}

/** The network map, with the read logged. @throws DomainError not_found */
export async function showNetwork(tx: Tx, youthId: string): Promise<NetworkLine[]> {
  const ground = await groundFor(tx, youthId);
  tx.audit('network.read', { type: 'youth', id: youthId, youthIds: [youthId], ground });
  return listNetwork(tx, youthId);
}

/** One person as the map shows them. The caller has checked access. @throws DomainError not_found */
export async function networkLine(tx: Tx, youthId: string, personId: string): Promise<NetworkLine> {
  const line = (await listNetwork(tx, youthId)).find(({ id }) => id === personId);
  if (line === undefined) throw notFound();
  return line;
}
