/** Answers in one word where a table has none. */
export const yesNo = (value: boolean): string => (value ? '是' : '否');
