import { z } from 'zod';

/** The kinds of values that settings have, each with what is said when it is another. */

const number = (least: number, most: number, wanted: string) =>
  z.coerce.number(wanted).min(least, wanted).max(most, wanted);

export const between = (least: number, most: number) =>
  number(least, most, `it must be a number from ${least} to ${most}`);

export const whole = (least: number, most: number) => {
  const wanted = `it must be a whole number from ${least} to ${most}`;
  return number(least, most, wanted).int(wanted);
};

export const oneOf = <const Names extends readonly string[]>(...names: Names) =>
  z.enum(names, `it must be one of ${names.join(', ')}`);

export const switchOn = oneOf('true', 'false', '1', '0').transform((value) => value === 'true' || value === '1');
