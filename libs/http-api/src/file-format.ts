/** The files that lists are taken out as and that rows are brought in as. */
export const fileFormats = {
  csv: { label: 'CSV', type: 'text/csv' },
  /** As Excel and WPS write it. */
  xlsx: { label: 'Excel', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  jsonl: { label: 'JSONL', type: 'application/jsonl' },
} as const;

export type FileFormat = keyof typeof fileFormats;
export const fileFormatNames = Object.keys(fileFormats) as [FileFormat, ...FileFormat[]];
