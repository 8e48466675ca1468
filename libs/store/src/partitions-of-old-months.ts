/**
 * For migrations: gives a new table that goes by tickets a partition for each month that tickets have. The hourly
 * maintenance makes those of the months to come and leaves the past alone. @param table in the schema `ticket`.
 */
export const partitionsOfOldMonths = (table: string): string => `
DO $$
DECLARE month record;
BEGIN
  FOR month IN
    SELECT substr(c.relname, length('ticket_') + 1) AS label, pg_get_expr(c.relpartbound, c.oid) AS bounds
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'ticket.ticket'::regclass
  LOOP
    EXECUTE format('CREATE TABLE ticket.${table}_%s PARTITION OF ticket.${table} %s', month.label, month.bounds);
  END LOOP;
END $$`;
