import { plainToInstance } from 'class-transformer';
import { IsBoolean, IsEmail, IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, MinLength, validateSync } from 'class-validator';
import { StartRefused } from '../errors/start-refused.js';
import { readFaults } from '../faults/fault-points.js';
import { KEYS_OF_32_BYTES, keyTexts, readKeys } from './keys.js';
import { toBoolean, toCount, toInteger } from './reading.js';
import { Timing } from './timing.js';

const KEY_OF_32_BYTES = /^[A-Za-z0-9+/]{43}=$/;
const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
const CALENDAR_HOST = String.raw`(intern:)?(\[[0-9a-fA-F:.]+\]|[a-zA-Z0-9.-]+)(:\d{1,5})?`;
const CALENDAR_HOSTS = new RegExp(`^(\\s*${CALENDAR_HOST}\\s*(,\\s*${CALENDAR_HOST}\\s*)*)?$`);
/** Says of a mail server that it gets its mails in the clear: a mailbox for trying out, refused in production. */
export const WITHOUT_TLS = '?tls=none';
const SMTP_URL = /^(smtp:\/\/[^?#\s]+(\?tls=none)?|smtps:\/\/[^?#\s]+)$/;
const PLACEHOLDER = /change-me|skift-mig/i;

/** What the installation is told from outside. Read once at boot; a wrong value stops the boot with its name. */
export class Config {
  @IsIn(['development', 'test', 'production'])
  NODE_ENV: 'development' | 'test' | 'production' = 'development';

  @Matches(/^postgres(ql)?:\/\//)
  DATABASE_URL = '';

  @toInteger @IsInt() @Min(4) @Max(100)
  DATABASE_POOL = 16;

  @IsOptional() @Matches(/^rediss?:\/\//)
  REDIS_URL?: string;

  @toInteger @IsInt() @Min(0) @Max(65535)
  PORT = 3000;

  @IsString()
  HOST = '127.0.0.1';

  @IsUrl({ require_tld: false })
  PUBLIC_URL = 'http://localhost:3000';

  @IsString()
  DATA_DIR = '.data';

  @IsString()
  MUNICIPALITY = 'Nørreborg Kommune';

  @toBoolean @IsBoolean()
  DEMO = false;

  /** Secrets: 32 random bytes, base64. Names without values are refused. This one may be a list, the newest key first. */
  @Matches(KEYS_OF_32_BYTES)
  CPR_KEY = '';

  @Matches(KEY_OF_32_BYTES)
  CPR_INDEX_KEY = '';

  @Matches(KEY_OF_32_BYTES)
  AUDIT_KEY = '';

  @IsOptional() @IsString()
  METRICS_TOKEN?: string;

  /** With it, and the token, the worker answers the monitoring on a port of its own. */
  @IsOptional() @toInteger @IsInt() @Min(0) @Max(65535)
  WORKER_METRICS_PORT?: number;

  /** With it a mail gateway hands in answers to invitations. */
  @IsOptional() @IsString() @MinLength(20)
  MAIL_REPLY_TOKEN?: string;

  @IsOptional() @Matches(SMTP_URL)
  SMTP_URL?: string;

  @IsOptional() @IsEmail({ require_tld: false })
  MAIL_FROM?: string;

  /** Calendar servers that may be spoken to: names parted by commas, `intern:` before one on a private network. */
  @Matches(CALENDAR_HOSTS)
  CALENDAR_HOSTS = '';

  /** Proxies of our own, one before the other: the address that the outermost saw is the client's, and what stands before it in X-Forwarded-For anybody can write. */
  @toCount @IsInt() @Min(0) @Max(10)
  TRUST_PROXY = 0;

  /** The least that is logged; silent in a test that says nothing else. */
  @IsOptional() @IsIn(LOG_LEVELS)
  LOG_LEVEL?: (typeof LOG_LEVELS)[number];

  /** Leases, periods and patience of the queue; settings of their own names. */
  timing = new Timing();

  /** Keys of what is kept sealed: the first seals, all of them open. */
  get sealingKeys(): readonly Buffer[] {
    return readKeys(this.CPR_KEY);
  }

  /** Key of the blind index that finds CPR numbers. */
  get indexKey(): Buffer {
    return Buffer.from(this.CPR_INDEX_KEY, 'base64');
  }

  get logLevel(): (typeof LOG_LEVELS)[number] {
    return this.LOG_LEVEL ?? (this.NODE_ENV === 'test' ? 'silent' : 'info');
  }

  get production(): boolean {
    return this.NODE_ENV === 'production';
  }

  /** Cookies carry `Secure` and the `__Host-` prefix when the public address is https. */
  get secure(): boolean {
    return this.PUBLIC_URL.startsWith('https://');
  }
}

export class ConfigError extends StartRefused {}

/**
 * Reads and checks the environment.
 * @throws ConfigError that names every wrong setting, never its value
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const config = take(Config, env, ['LOG_LEVEL', 'REDIS_URL', 'MAIL_REPLY_TOKEN', 'METRICS_TOKEN', 'WORKER_METRICS_PORT', 'SMTP_URL', 'MAIL_FROM']);
  config.timing = take(Timing, env);
  const wrong = [config, config.timing].flatMap((each) => validateSync(each, { skipMissingProperties: false })).map((error) => error.property);
  wrong.push(...refusedFaults(config, env), ...refusedIndexKey(config));
  if (config.production) wrong.push(...refusedInProduction(config, env));
  if (wrong.length > 0) {
    throw new ConfigError(`Konfigurationen kan ikke bruges. Ret disse indstillinger (se .env.example): ${[...new Set(wrong)].sort().join(', ')}`);
  }
  return config;
}

/** What the environment says of a class's settings; an empty text is one that is not said. */
function take<T extends object>(type: new () => T, env: NodeJS.ProcessEnv, optional: readonly string[] = []): T {
  const given = [...Object.keys(new type()), ...optional].filter((key) => env[key] !== undefined && env[key] !== '').map((key) => [key, env[key]]);
  return plainToInstance(type, Object.fromEntries(given));
}

/** Only a test breaks the program on purpose, and only at a point that exists. */
function refusedFaults(config: Config, env: NodeJS.ProcessEnv): string[] {
  const faults = env['FAULT_POINTS'] ?? '';
  if (faults === '') return [];
  try {
    return config.NODE_ENV === 'test' && readFaults(faults).length > 0 ? [] : ['FAULT_POINTS'];
  } catch {
    return ['FAULT_POINTS'];
  }
}

/** The index would give away what the same key seals. */
function refusedIndexKey(config: Config): string[] {
  return keyTexts(config.CPR_KEY).includes(config.CPR_INDEX_KEY) ? ['CPR_INDEX_KEY'] : [];
}

function refusedInProduction(config: Config, env: NodeJS.ProcessEnv): string[] {
  const placeholders = Object.keys(env).filter((key) => PLACEHOLDER.test(env[key] ?? '') && key in config);
  const repeated = (['CPR_KEY', 'CPR_INDEX_KEY', 'AUDIT_KEY'] as const).filter((name) => readKeys(config[name]).some(isRepetition));
  const inTheClear = config.SMTP_URL?.endsWith(WITHOUT_TLS) === true ? ['SMTP_URL'] : [];
  return [...placeholders, ...repeated, ...inTheClear, ...(config.DEMO ? ['DEMO'] : [])];
}

/** A key made of one repeated byte is a placeholder. */
function isRepetition(key: Buffer): boolean {
  return new Set(key).size < 8;
}
