import { Linter } from 'eslint';
import { writesTicketSchema } from '../lint/house-rules.mjs';

/** Whether the house rule of this folder objects to a statement, written as a string and as a template. */
export function isCaught(folder, sql) {
  const rules = { 'no-restricted-syntax': ['error', ...writesTicketSchema(folder)] };
  const found = [JSON.stringify(sql), `\`${sql}\``].map(
    (text) => new Linter().verify(`run(${text});`, { rules }).length > 0,
  );
  return found.every(Boolean);
}
