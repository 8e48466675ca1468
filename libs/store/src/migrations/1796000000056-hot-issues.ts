import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Hot issues: which tickets are one matter, how it grows, and what is planned against it. Counts are to the members what
 * an index is to a column: a trigger keeps them, whoever writes a member, in whatever order.
 */
export class HotIssues1796000000056 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [tables, counting, rules]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION ticket.keep_issue_counts CASCADE');
    await runner.query('DROP FUNCTION ticket.count_in_issue');
    await runner.query(`DROP TABLE ticket.issue_milestone, ticket.issue_alert, ticket.issue_rule, ticket.issue_citizen,
      ticket.issue_day, ticket.issue_member, ticket.issue_owed, ticket.issue`);
    await runner.query('ALTER TABLE ticket.ticket DROP COLUMN issue_id');
  }
}

/**
 * `issue_owed` holds the tickets that are still to be sorted. `active_at` is when the last member was registered, or when
 * the issue was made. A member without an issue was taken out by a person: it is left alone. `by_account` is null where
 * the house itself found that it belongs there.
 */
const tables = `
ALTER TABLE ticket.ticket ADD COLUMN issue_id uuid;
CREATE TABLE ticket.issue_owed (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, ticket_id uuid NOT NULL);
CREATE TABLE ticket.issue (
  id uuid PRIMARY KEY,
  version integer NOT NULL DEFAULT 1,
  state text NOT NULL DEFAULT 'open',
  kind text NOT NULL DEFAULT 'spontaneous',
  name text,
  lead_department_id uuid,
  tended boolean NOT NULL DEFAULT false,
  joined_into_id uuid,
  created_at timestamptz NOT NULL,
  closed_at timestamptz,
  tickets integer NOT NULL DEFAULT 0,
  citizens integer NOT NULL DEFAULT 0,
  first_at timestamptz,
  active_at timestamptz NOT NULL
);
CREATE INDEX issue_active ON ticket.issue (state, active_at DESC, id DESC);
CREATE INDEX issue_tickets ON ticket.issue (state, tickets DESC, id DESC);
CREATE INDEX issue_named ON ticket.issue (state, active_at DESC, id DESC) WHERE name IS NOT NULL;
CREATE INDEX issue_joined ON ticket.issue (joined_into_id) WHERE joined_into_id IS NOT NULL;
CREATE INDEX issue_lead ON ticket.issue (lead_department_id) WHERE lead_department_id IS NOT NULL;
CREATE TABLE ticket.issue_member (
  ticket_id uuid PRIMARY KEY,
  issue_id uuid REFERENCES ticket.issue,
  registered_at timestamptz NOT NULL,
  day date NOT NULL,
  citizen_key bytea,
  counted boolean NOT NULL,
  by_account uuid,
  score real
);
CREATE INDEX issue_member_of ON ticket.issue_member (issue_id, ticket_id);
CREATE INDEX issue_member_counted ON ticket.issue_member (issue_id, registered_at) WHERE counted;
CREATE TABLE ticket.issue_day (
  issue_id uuid NOT NULL REFERENCES ticket.issue, day date NOT NULL, tickets integer NOT NULL, PRIMARY KEY (issue_id, day)
);
CREATE TABLE ticket.issue_citizen (
  issue_id uuid NOT NULL REFERENCES ticket.issue, citizen_key bytea NOT NULL, tickets integer NOT NULL,
  PRIMARY KEY (issue_id, citizen_key)
);
CREATE TABLE ticket.issue_rule (
  name text NOT NULL, version integer NOT NULL, value double precision NOT NULL, by_account uuid, at timestamptz NOT NULL,
  PRIMARY KEY (name, version)
);
CREATE TABLE ticket.issue_alert (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  issue_id uuid NOT NULL REFERENCES ticket.issue,
  kind text NOT NULL,
  rule_version integer NOT NULL,
  value double precision NOT NULL,
  threshold double precision NOT NULL,
  numerator integer,
  denominator integer,
  at timestamptz NOT NULL,
  PRIMARY KEY (issue_id, kind, rule_version)
);
CREATE INDEX issue_alert_at ON ticket.issue_alert (at DESC, id DESC);
CREATE TABLE ticket.issue_milestone (
  id uuid PRIMARY KEY,
  issue_id uuid NOT NULL REFERENCES ticket.issue,
  title text NOT NULL,
  starts_on date NOT NULL,
  due_on date NOT NULL,
  percent smallint NOT NULL DEFAULT 0,
  done_on date
);
CREATE INDEX issue_milestone_of ON ticket.issue_milestone (issue_id, due_on, id);
`;

const counting = `
CREATE FUNCTION ticket.count_in_issue(m ticket.issue_member, more integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE theirs integer; people integer := 0;
BEGIN
  IF m.issue_id IS NULL OR NOT m.counted THEN RETURN; END IF;
  INSERT INTO ticket.issue_day AS d (issue_id, day, tickets) VALUES (m.issue_id, m.day, more)
    ON CONFLICT (issue_id, day) DO UPDATE SET tickets = d.tickets + more;
  DELETE FROM ticket.issue_day WHERE issue_id = m.issue_id AND day = m.day AND tickets = 0;
  IF m.citizen_key IS NOT NULL THEN
    INSERT INTO ticket.issue_citizen AS c (issue_id, citizen_key, tickets) VALUES (m.issue_id, m.citizen_key, more)
      ON CONFLICT (issue_id, citizen_key) DO UPDATE SET tickets = c.tickets + more RETURNING tickets INTO theirs;
    IF more > 0 AND theirs = more THEN people := 1; END IF;
    IF theirs = 0 THEN
      people := -1;
      DELETE FROM ticket.issue_citizen WHERE issue_id = m.issue_id AND citizen_key = m.citizen_key;
    END IF;
  END IF;
  UPDATE ticket.issue i SET tickets = i.tickets + more, citizens = i.citizens + people,
    first_at = (SELECT min(registered_at) FROM ticket.issue_member WHERE issue_id = i.id AND counted),
    active_at = coalesce((SELECT max(registered_at) FROM ticket.issue_member WHERE issue_id = i.id AND counted), i.created_at)
  WHERE i.id = m.issue_id;
END $$;
CREATE FUNCTION ticket.keep_issue_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM ticket.count_in_issue(OLD, -1); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM ticket.count_in_issue(NEW, 1); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER issue_member_counts AFTER INSERT OR DELETE OR UPDATE OF issue_id, day, citizen_key, counted ON ticket.issue_member
  FOR EACH ROW EXECUTE FUNCTION ticket.keep_issue_counts();
`;

/** What holds until an administrator says otherwise; their units stand in libs/ticket. */
const rules = `
INSERT INTO ticket.issue_rule (name, version, value, at)
SELECT name, 1, value, now() FROM (VALUES ('leastScore', 0.5), ('windowDays', 14), ('shownTickets', 3), ('trendDays', 7),
  ('growingTickets', 5), ('growingTimes', 2), ('alertTickets', 20), ('alertCitizens', 15), ('yellowBehind', 10),
  ('redBehind', 25), ('redOverdueDays', 15)) AS r(name, value);
`;
