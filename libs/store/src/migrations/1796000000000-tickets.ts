import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The shared `ticket` schema: the truth about every ticket. Big tables are partitioned by month (partitions.ts). */
export class Tickets1796000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(directory);
    await runner.query(ticket);
    await runner.query(parts);
    await runner.query(followUp);
    await runner.query(plumbing);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA ticket CASCADE');
  }
}

const directory = `
CREATE SCHEMA ticket;
CREATE TABLE ticket.department (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  parent_id uuid REFERENCES ticket.department,
  "group" text NOT NULL,
  valid_from date NOT NULL,
  valid_to date
);
CREATE TABLE ticket.area (code text PRIMARY KEY, name text NOT NULL, parent_code text REFERENCES ticket.area);
CREATE TABLE ticket.category (
  code text PRIMARY KEY,
  name text NOT NULL,
  parent_code text REFERENCES ticket.category,
  auto_approve boolean NOT NULL DEFAULT false
);
CREATE TABLE ticket.account (
  id uuid PRIMARY KEY,
  username text NOT NULL UNIQUE,
  name text NOT NULL,
  password_hash text NOT NULL,
  roles text[] NOT NULL,
  department_id uuid REFERENCES ticket.department,
  demo boolean NOT NULL DEFAULT false,
  disabled_at timestamptz
);
CREATE TABLE ticket.session (
  token_hash bytea PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES ticket.account ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_expires_at ON ticket.session (expires_at);
`;

const ticket = `
CREATE SEQUENCE ticket.number_seq INCREMENT BY 50;
CREATE TABLE ticket.citizen (
  id uuid PRIMARY KEY,
  phone_hash bytea,
  sealed bytea NOT NULL,
  wrapped_key bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX citizen_phone_hash ON ticket.citizen (phone_hash) WHERE phone_hash IS NOT NULL;
CREATE TABLE ticket.ticket_key (
  kind text NOT NULL,
  value text NOT NULL,
  reference uuid NOT NULL,
  digest bytea,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (kind, value)
);
CREATE INDEX ticket_key_pruned ON ticket.ticket_key (created_at) WHERE kind = 'idempotency';
CREATE TABLE ticket.ticket (
  id uuid PRIMARY KEY,
  number text NOT NULL,
  version integer NOT NULL,
  seq integer NOT NULL,
  head bytea NOT NULL,
  state text NOT NULL,
  state_since timestamptz NOT NULL,
  type text NOT NULL,
  urgency text NOT NULL,
  channel text NOT NULL,
  title text NOT NULL,
  content text NOT NULL,
  category_code text,
  area_code text,
  address text,
  location jsonb,
  occurred_at timestamptz NOT NULL,
  citizen_id uuid,
  anonymous boolean NOT NULL,
  confidential boolean NOT NULL,
  reachable boolean NOT NULL,
  subject_party text,
  subject_department_id uuid,
  expects_reply boolean NOT NULL,
  routing_held boolean NOT NULL,
  upstream_system text,
  upstream_number text,
  upstream_due_at timestamptz,
  previous_ticket_id uuid,
  merged_into_id uuid,
  call_id text,
  visit_id uuid,
  attributes jsonb NOT NULL,
  missing text[] NOT NULL,
  round integer NOT NULL,
  lead_id uuid,
  lead_department_id uuid,
  arbitrated boolean NOT NULL,
  judgement_due boolean NOT NULL,
  callback_attempts integer NOT NULL,
  rating jsonb,
  nudges integer NOT NULL,
  urges integer NOT NULL,
  tracking_code text NOT NULL,
  registered_at timestamptz NOT NULL,
  dispatched_at timestamptz,
  handled_at timestamptz,
  closed_at timestamptz,
  close_reason text,
  archived_at timestamptz,
  due_at timestamptz,
  promised_at timestamptz,
  alert text NOT NULL DEFAULT 'none',
  clocks_seq integer NOT NULL DEFAULT 0,
  searched_version integer NOT NULL DEFAULT 0
) PARTITION BY RANGE (id);
CREATE INDEX ticket_state ON ticket.ticket (state, id);
CREATE INDEX ticket_citizen ON ticket.ticket (citizen_id, id) WHERE citizen_id IS NOT NULL;
CREATE INDEX ticket_lead ON ticket.ticket (lead_department_id, id) WHERE lead_department_id IS NOT NULL;
CREATE INDEX ticket_due ON ticket.ticket (due_at, id) WHERE due_at IS NOT NULL AND state NOT IN ('closed', 'merged', 'withdrawn', 'void', 'returned-up');
CREATE INDEX ticket_alert ON ticket.ticket (alert, id) WHERE alert <> 'none';
CREATE INDEX ticket_merged ON ticket.ticket (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX ticket_tried ON ticket.ticket (id) WHERE state = 'callback' AND callback_attempts >= 3;
CREATE INDEX ticket_following ON ticket.ticket (id) WHERE state = 'merged' AND handled_at IS NULL;
CREATE INDEX ticket_judgement ON ticket.ticket (id) WHERE judgement_due;
CREATE INDEX ticket_unclocked ON ticket.ticket (id) WHERE clocks_seq < seq;
CREATE INDEX ticket_unsearched ON ticket.ticket (id) WHERE searched_version < version;
`;

const parts = `
CREATE TABLE ticket.assignment (
  ticket_id uuid NOT NULL,
  id uuid NOT NULL,
  department_id uuid NOT NULL,
  parent_id uuid,
  role text NOT NULL,
  state text NOT NULL,
  round integer NOT NULL,
  dispatched_at timestamptz NOT NULL,
  signed_at timestamptz,
  contacted_at timestamptz,
  submitted_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  reply jsonb,
  due_at timestamptz,
  alert text NOT NULL DEFAULT 'none',
  PRIMARY KEY (ticket_id, id)
) PARTITION BY RANGE (ticket_id);
CREATE INDEX assignment_id ON ticket.assignment (id);
CREATE INDEX assignment_desk ON ticket.assignment (department_id, coalesce(due_at, 'infinity'), id) WHERE state IN ('waiting', 'working', 'objecting', 'signing');
CREATE INDEX assignment_department ON ticket.assignment (department_id, ticket_id);
CREATE TABLE ticket.history (
  ticket_id uuid NOT NULL,
  seq integer NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  name text NOT NULL,
  "from" text,
  "to" text NOT NULL,
  data jsonb NOT NULL,
  text jsonb,
  text_digest bytea,
  hash bytea NOT NULL,
  PRIMARY KEY (ticket_id, seq)
) PARTITION BY RANGE (ticket_id);
CREATE TABLE ticket.return_request (
  ticket_id uuid NOT NULL,
  id uuid NOT NULL,
  assignment_id uuid NOT NULL,
  department_id uuid NOT NULL,
  reason_code text NOT NULL,
  basis text,
  state text NOT NULL,
  needs_arbitration boolean NOT NULL,
  asked_at timestamptz NOT NULL,
  decided_at timestamptz,
  PRIMARY KEY (ticket_id, id)
) PARTITION BY RANGE (ticket_id);
CREATE INDEX return_request_id ON ticket.return_request (id);
CREATE INDEX return_request_state ON ticket.return_request (state, id);
CREATE TABLE ticket.callback_attempt (
  ticket_id uuid NOT NULL,
  id uuid NOT NULL,
  round integer NOT NULL,
  outcome text NOT NULL,
  appointment_at timestamptz,
  by_account text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (ticket_id, id)
) PARTITION BY RANGE (ticket_id);
CREATE TABLE ticket.rating (
  ticket_id uuid NOT NULL,
  id uuid NOT NULL,
  round integer NOT NULL,
  source text NOT NULL,
  contacted text NOT NULL,
  solved text NOT NULL,
  satisfaction jsonb NOT NULL,
  comment text,
  merged boolean NOT NULL,
  judged_reasonable boolean,
  by_account text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (ticket_id, id)
) PARTITION BY RANGE (ticket_id);
`;

const followUp = `
CREATE TABLE ticket.clock (
  ticket_id uuid NOT NULL,
  id uuid NOT NULL,
  key text NOT NULL,
  kind text NOT NULL,
  assignment_id uuid,
  round integer NOT NULL,
  generation integer NOT NULL,
  state text NOT NULL,
  started_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  yellow_at timestamptz,
  met_at timestamptz,
  alert text NOT NULL,
  next_mark_at timestamptz,
  rule jsonb NOT NULL,
  PRIMARY KEY (ticket_id, key)
) PARTITION BY RANGE (ticket_id);
CREATE INDEX clock_next_mark ON ticket.clock (next_mark_at) WHERE next_mark_at IS NOT NULL;
CREATE TABLE ticket.rung (
  ticket_id uuid NOT NULL,
  clock_id uuid NOT NULL,
  generation integer NOT NULL,
  rung text NOT NULL,
  kind text NOT NULL,
  due_at timestamptz NOT NULL,
  fired_at timestamptz NOT NULL,
  id uuid NOT NULL,
  PRIMARY KEY (ticket_id, clock_id, generation, rung)
) PARTITION BY RANGE (ticket_id);
CREATE INDEX rung_id ON ticket.rung (id);
`;

const plumbing = `
CREATE TABLE ticket.outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  lane smallint NOT NULL,
  event text NOT NULL,
  ticket_id uuid NOT NULL,
  seq integer NOT NULL,
  at timestamptz NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 20000);
CREATE INDEX outbox_lane ON ticket.outbox (lane, id);
CREATE TABLE ticket.dead_letter (
  id uuid PRIMARY KEY,
  service text NOT NULL,
  event text NOT NULL,
  ticket_id uuid,
  seq integer,
  reason text NOT NULL,
  attempts integer NOT NULL,
  failed_at timestamptz NOT NULL,
  requeued_at timestamptz
);
CREATE INDEX dead_letter_open ON ticket.dead_letter (service, ticket_id) WHERE requeued_at IS NULL;
CREATE INDEX dead_letter_requeued ON ticket.dead_letter (id) WHERE requeued_at IS NOT NULL;
`;
