/** What a spreadsheet would take for a formula. */
const formula = /^[=+\-@\t\r]/;

/** A text that no spreadsheet computes. */
export const harmless = (text: string): string => (formula.test(text) ? `'${text}` : text);

const cell = (text: string): string => {
  const shown = harmless(text);
  return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
};

/** Tells Excel and WPS that what follows is UTF-8. */
export const csvMark = '\uFEFF';

export const csvRow = (row: readonly string[]): string => `${row.map(cell).join(',')}\r\n`;

/** Rows as Excel and WPS open them: with a mark that says UTF-8, and nothing that would be computed. */
export const csv = (rows: readonly (readonly string[])[]): string => `${csvMark}${rows.map(csvRow).join('')}`;
