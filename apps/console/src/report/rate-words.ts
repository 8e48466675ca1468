/** A rate as a percentage of one decimal; a dash where nothing was counted. */
export const rateWords = (value: number | null): string => (value === null ? '—' : `${(value * 100).toFixed(1)}%`);
