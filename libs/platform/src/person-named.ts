/** Who stands in a column of ids, as `{ id, name }`. */
export const personNamed = (column: string): string =>
  `(SELECT json_build_object('id', a.id, 'name', a.name) FROM ticket.account a WHERE a.id = ${column})`;

/** The same of a column of text, in which a service may stand by its name: then null. */
export const personOrService = (column: string): string =>
  personNamed(`CASE WHEN ${column} ~ '^[0-9a-f-]{36}$' THEN ${column}::uuid END`);

export interface Named {
  readonly id: string;
  readonly name: string;
}
