/** Who stands in a column of ids, as `{ id, name }`. */
export const personNamed = (column: string): string =>
  `(SELECT json_build_object('id', a.id, 'name', a.name) FROM ticket.account a WHERE a.id = ${column})`;

export interface Named {
  readonly id: string;
  readonly name: string;
}
