import { fileFormats } from './file-format';

/** What a report can be had as, besides JSON. */
export const reportFormats = {
  xlsx: { label: 'Excel（比率可重算）', type: fileFormats.xlsx.type },
  docx: {
    label: 'Word（图表可编辑）',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  pdf: { label: 'PDF（定稿）', type: 'application/pdf' },
  csv: { label: 'CSV', type: fileFormats.csv.type },
} as const;

export type ReportFormat = keyof typeof reportFormats;
export const reportFormatNames = Object.keys(reportFormats) as [ReportFormat, ...ReportFormat[]];
