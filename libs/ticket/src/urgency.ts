/** 紧急程度: urgency beats type. `aroundTheClock` classes run 24 × 7; `lane` is the outbox lane of their events. */
export const urgencies = {
  normal: { label: '一般', aroundTheClock: false, lane: 1 },
  urgent: { label: '紧急', aroundTheClock: true, lane: 0 },
  critical: { label: '特急', aroundTheClock: true, lane: 0 },
} as const;

export type Urgency = keyof typeof urgencies;
