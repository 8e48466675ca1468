/** 诉求类型, domain.md §1. */
export const ticketTypes = {
  consultation: { label: '咨询' },
  help: { label: '求助' },
  complaint: { label: '投诉' },
  report: { label: '举报' },
  suggestion: { label: '建议' },
  praise: { label: '表扬' },
  other: { label: '其他' },
} as const;

export type TicketType = keyof typeof ticketTypes;
