/** A table of the domain: every name with what a clerk calls it. */
export type Labelled = Readonly<Record<string, { readonly label: string }>>;

export interface Option {
  readonly value: string;
  readonly label: string;
}

export const optionsOf = (table: Labelled): Option[] =>
  Object.entries(table).map(([value, { label }]) => ({ value, label }));

/** The label of a name that came as a plain string; an unknown one is shown as it is. */
export const labelOf = (table: Labelled, name: string): string => table[name]?.label ?? name;
