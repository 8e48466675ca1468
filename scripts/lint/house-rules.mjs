// House rules no ready-made lint rule knows, as patterns for ESLint's no-restricted-syntax.

/**
 * Tables of the shared schema that are no part of a ticket, by the library that keeps them. Everything else in the
 * schema is written by libs/store alone: "only TicketStore writes a ticket".
 */
const KEPT_BY = {
  'libs/queue': ['outbox', 'dead_letter'],
  'libs/platform': ['session', 'sign_in_failure', 'known_device'],
};

const WRITES = String.raw`\b(insert\s+into|update(\s+only)?|delete\s+from(\s+only)?|merge\s+into|truncate(\s+table)?|copy)`;

/** SQL that writes a table of the ticket schema other than those the folder keeps itself. */
export function writesTicketSchema(folder) {
  const own = KEPT_BY[folder] ?? [];
  const others = own.length > 0 ? `(?!"?(${own.join('|')})\\b)` : '';
  const pattern = `/${WRITES}\\s+"?ticket"?\\s*\\.\\s*${others}/i`;
  return [`Literal[value=${pattern}]`, `TemplateElement[value.raw=${pattern}]`].map((selector) => ({
    selector,
    message: 'Only libs/store writes the ticket schema: go through its TicketStore.',
  }));
}

/** Reading the machine's clock: time is an argument, and comes from one injectable clock. */
export const readsClock = [
  "CallExpression[callee.object.name='Date'][callee.property.name='now']",
  "NewExpression[callee.name='Date'][arguments.length=0]",
].map((selector) => ({ selector, message: 'Time is an argument: take it from the injected clock.' }));
