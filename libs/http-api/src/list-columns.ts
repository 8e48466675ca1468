import { z } from 'zod';
import { fieldLabels } from './field-labels';
import { labelsOf } from './value-labels';

/** One column of a list as a table: its heading, and what stands in it for an item. */
export interface ListColumn {
  readonly path: string;
  readonly label: string;
  readonly isNumber: boolean;
  readonly textOf: (item: unknown) => string;
}

type Say = (value: unknown) => string;

/** The columns of a list, told by the shape of its items: a thing with a name is one column, any other its fields. */
export const columnsOf = (item: z.ZodObject): ListColumn[] => fieldsOf(item, []);

function fieldsOf(shape: z.ZodObject, above: readonly string[]): ListColumn[] {
  return Object.entries(shape.shape as Record<string, z.ZodType>).flatMap(([name, given]): ListColumn[] => {
    const path = [...above, name];
    const type = bare(given);
    if (type instanceof z.ZodObject && !nameField(type) && above.length === 0) return fieldsOf(type, path);
    const say = sayOf(type);
    const textOf = (whole: unknown) => {
      const value = path.reduce<unknown>((each, step) => (each as Record<string, unknown> | null)?.[step], whole);
      return value === null || value === undefined ? '' : say(value);
    };
    return [
      {
        path: path.join('.'),
        label: fieldLabels[path.join('.')] ?? path.join('.'),
        isNumber: type instanceof z.ZodNumber,
        textOf,
      },
    ];
  });
}

/** Without what says that it may be missing. */
function bare(type: z.ZodType): z.ZodType {
  return type instanceof z.ZodNullable || type instanceof z.ZodOptional ? bare(type.unwrap() as z.ZodType) : type;
}

const nameField = (type: z.ZodObject): string | undefined => ['name', 'label'].find((field) => field in type.shape);

const isInstant = (type: z.ZodType): boolean => type instanceof z.ZodISODateTime;

function sayOf(type: z.ZodType): Say {
  if (type instanceof z.ZodEnum) return coded(type.options as string[]);
  if (type instanceof z.ZodBoolean) return (value) => (value === true ? '是' : '否');
  if (isInstant(type)) return (value) => shanghaiText(String(value));
  if (type instanceof z.ZodArray) return listed(sayOf(bare(type.element as z.ZodType)));
  const named = type instanceof z.ZodObject ? nameField(type) : undefined;
  if (named) return (value) => String((value as Record<string, unknown>)[named]);
  return (value) => (typeof value === 'string' ? value : JSON.stringify(value));
}

const listed =
  (say: Say): Say =>
  (value) =>
    (value as unknown[]).map(say).join('、');

function coded(codes: readonly string[]): Say {
  const labels = labelsOf(codes);
  return (value) => labels?.[String(value)]?.label ?? String(value);
}

const offsetMs = 8 * 3_600_000;

/** 2026-10-08 18:00:05, in Shanghai. */
export const shanghaiText = (iso: string): string =>
  new Date(new Date(iso).getTime() + offsetMs).toISOString().slice(0, 19).replace('T', ' ');
