/** A schema of an OpenAPI document, as far as samples need it. */
export interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
}

/** The least that a schema accepts; properties of these names have these values instead. */
export function sampleOf(schema: JsonSchema, named: Readonly<Record<string, unknown>> = {}): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [first] = schema.anyOf ?? [];
  if (first) return sampleOf(first, named);
  return samples[schema.type ?? '']?.(schema, named) ?? null;
}

type Sample = (schema: JsonSchema, named: Readonly<Record<string, unknown>>) => unknown;

const samples: Readonly<Record<string, Sample>> = {
  string: ({ format, minLength = 1 }) =>
    format === 'date-time' ? '2026-09-14T09:30:00+08:00' : format === 'date' ? '2026-09-14' : '试'.repeat(minLength),
  integer: ({ minimum = 1 }) => minimum,
  number: ({ minimum = 1 }) => minimum,
  boolean: () => true,
  array: ({ items = {}, minItems = 0 }, named) => Array.from({ length: minItems }, () => sampleOf(items, named)),
  object: ({ properties = {}, required = [] }, named) =>
    Object.fromEntries(
      required.map((name) => [
        name,
        Object.hasOwn(named, name) ? named[name] : sampleOf(properties[name] ?? {}, named),
      ]),
    ),
};
