import { isIP } from 'node:net';
import { z } from 'zod';
import { checkOidc, oidcFields, oidcOf, type OidcSettings } from './oidc-settings';
import { checkS3, s3Fields, s3Of, type AttachmentStore } from './s3-settings';
import { between, oneOf, switchOn, whole } from './setting-kinds';

/** A setting that is wrong: the start is refused with one line that names it and says what to do. */
export class WrongSetting extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WrongSetting';
  }
}

/** Every setting of the system, one line each. Read once, whole, at start; an empty one is one that is not set. */
const fields = z.object({
  /** Port of the one origin; 0 takes any free one. */
  PORT: whole(0, 65_535).default(12_345),
  /** Address to listen on. */
  HOST: z.string().default('127.0.0.1'),
  /** Addresses or networks of the proxies whose X-Forwarded-* headers are believed, or `true`. */
  TRUST_PROXY: z
    .string()
    .refine(isProxyList, 'it must be true, or addresses and networks such as 10.0.0.0/8')
    .default(''),
  /** `production` makes no demo accounts and refuses those that exist. */
  NODE_ENV: oneOf('production', 'development', 'test').default('development'),
  /** Password of the demo accounts, instead of a random one. */
  DEMO_PASSWORD: z.string().min(8, 'it must have 8 characters at least').optional(),
  /** Days a session lasts without signing in again. */
  SESSION_DAYS: between(0.01, 30).default(1),
  /** PostgreSQL connections of this process. */
  DATABASE_POOL_SIZE: whole(2, 200).default(20),
  /** Jobs of one service that this process handles at once. */
  QUEUE_CONCURRENCY: whole(1, 500).default(8),
  /** Redis key prefix or PostgreSQL schema of the queues. */
  QUEUE_NAMESPACE: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/, 'it must be small letters, digits and underlines, a letter first')
    .default('hotline_queue'),
  /** Seconds between two sweeps for what the queue lost. */
  SWEEP_SECONDS: between(0.1, 3_600).default(15),
  /** Seconds between two looks for clocks that turned yellow or red. */
  MARK_SECONDS: between(0.1, 600).default(1),
  RECOMPUTE_SECONDS: between(0.1, 600).default(2),
  /** Seconds after the start until the first round of maintenance, which then comes every hour. */
  MAINTENANCE_DELAY_SECONDS: between(0, 3_600).default(15),
  /** Seconds between two looks for what other systems are owed of their tickets. */
  FEEDBACK_SECONDS: between(0.1, 3_600).default(2),
  /** Seconds between two looks for messages to citizens whose time has come. */
  MESSAGE_SECONDS: between(0.1, 3_600).default(2),
  /** Days a message to a citizen is kept. */
  MESSAGE_DAYS: whole(31, 36_500).default(400),
  /** Seconds between two looks for tickets that are to be sorted into hot issues. */
  ISSUE_SECONDS: between(0.1, 3_600).default(5),
  /** Seconds between two looks for tickets that are to be counted for the figures. */
  COUNT_SECONDS: between(0.1, 3_600).default(2),
  BULLETIN_SECONDS: between(1, 3_600).default(60),
  /** By what name Open311 knows this district. */
  OPEN311_JURISDICTION: z.string().min(1).default('district'),
  /** Judge every bad rating reasonable by itself. */
  AUTO_JUDGE: switchOn.default(false),
  /** Seconds without a sign of life after which a claimed call may be taken over. */
  CALL_CLAIM_SECONDS: whole(15, 3_600).default(60),
  /** Days a call is kept with its number and its recording's address. */
  CALL_DAYS: whole(1, 3_650).default(180),
  /** Days a caller may be restricted at once. */
  HARASSMENT_DAYS: whole(1, 3_650).default(30),
  /** Days it is kept which household was visited; the visit itself stays. */
  HOUSEHOLD_DAYS: whole(1, 36_500).default(365),
  /** Days the daily comparisons with other systems are kept. */
  RECONCILIATION_DAYS: whole(31, 36_500).default(400),
  /** Days the duty log and hand-overs are kept. */
  DUTY_RECORD_DAYS: whole(365, 36_500).default(3_650),
  /** Days a notice to staff is kept after it was read. */
  NOTICE_READ_DAYS: between(0, 3_650).default(30),
  /** Days one is kept at most. */
  NOTICE_DAYS: whole(31, 36_500).default(400),
  /** Who signs the hotline's documents. */
  OFFICE_NAME: z.string().trim().min(1).max(40).default('12345热线值班室'),
  /** What stands before the year in the number of an urgent report. */
  REPORT_NUMBER_SERIES: z.string().trim().min(1).max(10).default('热要'),
  /** What stands before the year in the number of a supervision order. */
  SUPERVISION_NUMBER_SERIES: z.string().trim().min(1).max(10).default('热督'),
  /** People from whom on a matter that may lead to unrest is a gathering, of which an order is drafted. */
  GATHERING_PEOPLE: whole(2, 10_000).default(5),
  /** Days a draft is kept that nobody touches. */
  DRAFT_DAYS: between(0.01, 365).default(7),
  /** Contacts one person may look at within an hour before an alert is raised. */
  REVEALS_PER_HOUR: whole(1, 100_000).default(30),
  /** Tickets one person may take out of the house within an hour before an alert is raised. */
  EXPORTS_PER_HOUR: whole(1, 100_000).default(20),
  /** Rows of one exported file at most. */
  EXPORT_MAX_ROWS: whole(1, 1_000_000).default(200_000),
  /** Megabytes of a file to be imported at most. */
  IMPORT_MAX_MB: whole(1, 4_096).default(512),
  /** Months, this one aside, from which look-alikes are offered. */
  LOOK_ALIKE_MONTHS: whole(1, 120).default(24),
  /** Hours from one learning of suggestions to the next. */
  TRAIN_HOURS: between(1, 8_760).default(24),
  /** How often, in percent, a suggestion that is sure shall be right: by that the next learning chooses from which probability on. */
  SUGGESTION_RIGHT_PERCENT: between(80, 99.9).default(95),
  /** Dispatch by a sure suggestion what no rule but the fall-back owner's is for, and ask a dispatcher of the rest. */
  DISPATCH_BY_SUGGESTION: switchOn.default(true),
  LOG_LEVEL: oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent').default('warn'),
  /** Multiplies how often everybody may ask (libs/http-api/src/limit.ts). */
  THROTTLE_FACTOR: between(0.001, 1_000_000).default(1),
  ...oidcFields,
  /** Directory into which this process exports the daily anchors. */
  ANCHOR_DIR: z.string().optional(),
  /** Megabytes (of 1,048,576 bytes) that one attachment may have. */
  ATTACHMENT_MAX_MB: whole(1, 1_024).default(50),
  /** Attachments that one ticket may have. */
  ATTACHMENTS_PER_TICKET: whole(1, 100).default(50),
  /** Megabytes (of 1,048,576 bytes) that one picture may have which a citizen adds on the tracking page. */
  PICTURE_MAX_MB: whole(1, 100).default(10),
  /** Pictures that a citizen may add to one ticket there. */
  PICTURES_PER_TICKET: whole(1, 50).default(9),
  /** Times that a citizen may add facts to one ticket there. */
  SUPPLEMENTS_PER_TICKET: whole(1, 1_000).default(30),
  /** Hours after a nudge until a citizen may nudge the same ticket again there. */
  NUDGE_HOURS: between(0.01, 720).default(24),
  /** Directory in which attachments lie, where no S3_ setting says otherwise. */
  ATTACHMENT_DIR: z.string().optional(),
  ...s3Fields,
});

/** What no line says by itself. */
const schema = fields.superRefine(checkOidc).superRefine(checkS3);

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
  /** Between two looks for changed rules whose open clocks are to follow. */
  recomputeSeconds: number;
  maintenanceDelaySeconds: number;
  feedbackSeconds: number;
  messageSeconds: number;
  messageDays: number;
  issueSeconds: number;
  countSeconds: number;
  bulletinSeconds: number;
  open311Jurisdiction: string;
  autoJudge: boolean;
  callClaimSeconds: number;
  callDays: number;
  draftDays: number;
  harassmentDays: number;
  householdDays: number;
  reconciliationDays: number;
  dutyRecordDays: number;
  noticeReadDays: number;
  noticeDays: number;
  officeName: string;
  reportNumberSeries: string;
  supervisionNumberSeries: string;
  gatheringPeople: number;
  revealsPerHour: number;
  exportsPerHour: number;
  exportMaxRows: number;
  importMaxMb: number;
  lookAlikeMonths: number;
  trainHours: number;
  suggestionRightPercent: number;
  dispatchBySuggestion: boolean;
  logLevel: string;
  throttleFactor: number;
  /** Null when nobody signs in by an identity provider. */
  oidc: OidcSettings | null;
  anchorDirectory: string | undefined;
  attachmentMaxMb: number;
  attachmentsPerTicket: number;
  pictureMaxMb: number;
  picturesPerTicket: number;
  supplementsPerTicket: number;
  nudgeHours: number;
  /** Where attachments lie; undefined in a process that keeps none. */
  attachmentStore: AttachmentStore | undefined;
}

/** @throws WrongSetting */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = schema.safeParse(given);
  if (!read.success) throw new WrongSetting(read.error.issues.map((issue) => told(issue, given)).join('; '));
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
    recomputeSeconds: data.RECOMPUTE_SECONDS,
    maintenanceDelaySeconds: data.MAINTENANCE_DELAY_SECONDS,
    feedbackSeconds: data.FEEDBACK_SECONDS,
    messageSeconds: data.MESSAGE_SECONDS,
    messageDays: data.MESSAGE_DAYS,
    issueSeconds: data.ISSUE_SECONDS,
    countSeconds: data.COUNT_SECONDS,
    bulletinSeconds: data.BULLETIN_SECONDS,
    open311Jurisdiction: data.OPEN311_JURISDICTION,
    autoJudge: data.AUTO_JUDGE,
    callClaimSeconds: data.CALL_CLAIM_SECONDS,
    callDays: data.CALL_DAYS,
    harassmentDays: data.HARASSMENT_DAYS,
    householdDays: data.HOUSEHOLD_DAYS,
    reconciliationDays: data.RECONCILIATION_DAYS,
    dutyRecordDays: data.DUTY_RECORD_DAYS,
    noticeReadDays: data.NOTICE_READ_DAYS,
    noticeDays: data.NOTICE_DAYS,
    officeName: data.OFFICE_NAME,
    reportNumberSeries: data.REPORT_NUMBER_SERIES,
    supervisionNumberSeries: data.SUPERVISION_NUMBER_SERIES,
    gatheringPeople: data.GATHERING_PEOPLE,
    draftDays: data.DRAFT_DAYS,
    revealsPerHour: data.REVEALS_PER_HOUR,
    exportsPerHour: data.EXPORTS_PER_HOUR,
    exportMaxRows: data.EXPORT_MAX_ROWS,
    importMaxMb: data.IMPORT_MAX_MB,
    lookAlikeMonths: data.LOOK_ALIKE_MONTHS,
    trainHours: data.TRAIN_HOURS,
    suggestionRightPercent: data.SUGGESTION_RIGHT_PERCENT,
    dispatchBySuggestion: data.DISPATCH_BY_SUGGESTION,
    logLevel: data.LOG_LEVEL,
    throttleFactor: data.THROTTLE_FACTOR,
    oidc: oidcOf(data),
    anchorDirectory: data.ANCHOR_DIR,
    attachmentMaxMb: data.ATTACHMENT_MAX_MB,
    attachmentsPerTicket: data.ATTACHMENTS_PER_TICKET,
    pictureMaxMb: data.PICTURE_MAX_MB,
    picturesPerTicket: data.PICTURES_PER_TICKET,
    supplementsPerTicket: data.SUPPLEMENTS_PER_TICKET,
    nudgeHours: data.NUDGE_HOURS,
    attachmentStore: s3Of(data) ?? (data.ATTACHMENT_DIR ? { directory: data.ATTACHMENT_DIR } : undefined),
  };
}

function told({ path, message }: z.core.$ZodIssue, given: Record<string, string | undefined>): string {
  const name = path.join('.');
  // A secret is nobody's business, not even when it is wrong; what is missing has nothing to show.
  const shown = /PASSWORD|SECRET/.test(name) || given[name] === undefined ? name : `${name}=${given[name]}`;
  return `setting ${shown} is wrong: ${message}`;
}

/** The names that stand for whole classes of addresses, as proxy-addr knows them. */
const proxyNames = ['loopback', 'linklocal', 'uniquelocal'];

function isProxyList(text: string): boolean {
  return text === 'true' || text.split(',').every((part) => isProxy(part.trim()));
}

function isProxy(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0) return proxyNames.includes(text);
  const most = version === 4 ? 32 : 128;
  return rest.length === 0 && (prefix === undefined || (/^\d+$/.test(prefix) && Number(prefix) <= most));
}
