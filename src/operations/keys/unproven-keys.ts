import { type AuditEntry, auditHmac, sameBytes } from '../../platform/audit/audit-entry.js';
import { ENTRY_COLUMNS } from '../../platform/audit/verify-trail.js';
import type { Config } from '../../platform/config/config.js';
import type { KeyName } from '../../platform/config/key-prints.js';
import type { Reader } from '../../platform/database/tx.js';
import { CprCipher } from '../../youths/cpr/cpr-cipher.js';
import type { Cpr } from '../../youths/cpr/cpr.js';

/** One row may have been changed by others; of so many, one that fits is proof. */
const TRIED = 20;

/** Names of the keys that fit none of the newest data they should fit; a key without data has nothing to prove. */
export async function unprovenKeys(tx: Reader, config: Config): Promise<KeyName[]> {
  return [...(await unprovenCprKeys(tx, config)), ...(await unprovenAuditKey(tx, config))];
}

async function unprovenCprKeys(tx: Reader, config: Config): Promise<KeyName[]> {
  const youths = await tx.query<{ id: string; sealed: Buffer; index: Buffer }>(
    `SELECT id, cpr_cipher AS sealed, cpr_index AS index FROM youth ORDER BY created_at DESC LIMIT ${TRIED}`,
  );
  if (youths.length === 0) return [];
  const cipher = new CprCipher({ encryption: config.sealingKeys, index: config.indexKey });
  const opened = youths.flatMap(({ id, sealed, index }) => {
    const cpr = open(cipher, id, sealed);
    return cpr === null ? [] : [{ cpr, index }];
  });
  if (opened.length === 0) return ['CPR_KEY'];
  return opened.some(({ cpr, index }) => sameBytes(cipher.blindIndex(cpr), index)) ? [] : ['CPR_INDEX_KEY'];
}

function open(cipher: CprCipher, youthId: string, sealed: Buffer): Cpr | null {
  try {
    return cipher.decrypt(youthId, sealed);
  } catch {
    return null;
  }
}

async function unprovenAuditKey(tx: Reader, config: Config): Promise<KeyName[]> {
  const entries = await tx.query<AuditEntry & { hmac: Buffer }>(`SELECT ${ENTRY_COLUMNS} FROM audit_entry e ORDER BY e.at DESC LIMIT ${TRIED}`);
  const key = Buffer.from(config.AUDIT_KEY, 'base64');
  return entries.length === 0 || entries.some((entry) => sameBytes(auditHmac(entry, key), entry.hmac)) ? [] : ['AUDIT_KEY'];
}
