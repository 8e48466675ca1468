/** 93.1%（1149/1234）: no share without what it is of. */
export const shareWords = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)}%（${part}/${whole}）`;
