import { z } from 'zod';

/** A setting that is wrong: the start is refused with one line that names it and says what to do. */
export class WrongSetting extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WrongSetting';
  }
}

const switchOn = z.enum(['true', 'false', '1', '0', '']).transform((value) => value === 'true' || value === '1');

/** Every setting of the system, one line each. Read once, whole, at start. */
const schema = z.object({
  /** Port of the one origin; 0 takes any free one. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(12_345),
  /** Address to listen on. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Addresses or networks of the proxies whose X-Forwarded-* headers are believed, or `true`. */
  TRUST_PROXY: z.string().default(''),
  /** `production` makes no demo accounts and refuses those that exist. */
  NODE_ENV: z.string().default(''),
  /** Password of the demo accounts, instead of a random one. */
  DEMO_PASSWORD: z.string().min(8).optional(),
  /** Days a session lasts without signing in again. */
  SESSION_DAYS: z.coerce.number().min(0.01).max(30).default(1),
  /** PostgreSQL connections of this process. */
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(20),
  /** Jobs of one service that this process handles at once. */
  QUEUE_CONCURRENCY: z.coerce.number().int().min(1).max(500).default(8),
  /** Redis key prefix or PostgreSQL schema of the queues. */
  QUEUE_NAMESPACE: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/)
    .default('hotline_queue'),
  /** Seconds between two sweeps for what the queue lost. */
  SWEEP_SECONDS: z.coerce.number().min(0.1).max(3_600).default(15),
  /** Seconds between two looks for clocks that turned yellow or red. */
  MARK_SECONDS: z.coerce.number().min(0.1).max(600).default(1),
  /** Judge every bad rating reasonable by itself. */
  AUTO_JUDGE: switchOn.default(false),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('warn'),
});

export interface Settings {
  port: number;
  host: string;
  trustProxy: string | boolean;
  production: boolean;
  demoPassword: string | undefined;
  sessionDays: number;
  databasePoolSize: number;
  queueConcurrency: number;
  queueNamespace: string;
  sweepSeconds: number;
  markSeconds: number;
  autoJudge: boolean;
  logLevel: string;
}

/** @throws WrongSetting */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const read = schema.safeParse(environment);
  if (!read.success) throw new WrongSetting(read.error.issues.map(told).join('; '));
  const { data } = read;
  return {
    port: data.PORT,
    host: data.HOST,
    trustProxy: data.TRUST_PROXY === 'true' ? true : data.TRUST_PROXY || false,
    production: data.NODE_ENV === 'production',
    demoPassword: data.DEMO_PASSWORD,
    sessionDays: data.SESSION_DAYS,
    databasePoolSize: data.DATABASE_POOL_SIZE,
    queueConcurrency: data.QUEUE_CONCURRENCY,
    queueNamespace: data.QUEUE_NAMESPACE,
    sweepSeconds: data.SWEEP_SECONDS,
    markSeconds: data.MARK_SECONDS,
    autoJudge: data.AUTO_JUDGE,
    logLevel: data.LOG_LEVEL,
  };
}

const told = (issue: z.core.$ZodIssue): string => `setting ${issue.path.join('.')} is wrong: ${issue.message}`;

export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.');
