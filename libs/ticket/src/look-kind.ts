/** How personal data, or a ticket, leaves its masked page; many of one kind within an hour raise an alert. */
export const lookKinds = {
  reveal: { label: '查看联系方式' },
  recording: { label: '听取录音' },
  copy: { label: '出具第三方副本' },
  export: { label: '导出' },
} as const;

export type LookKind = keyof typeof lookKinds;
