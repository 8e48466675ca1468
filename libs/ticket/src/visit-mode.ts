/** How a household was visited. */
export const visitModes = { door: { label: '登门' }, phone: { label: '电话' } } as const;
export type VisitMode = keyof typeof visitModes;
