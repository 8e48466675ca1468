/** Shanghai is eight hours ahead of UTC all year. (libs/calendar has working time; the store may not look there.) */
export const shanghaiOffsetMs = 8 * 3_600_000;

/** The date (YYYY-MM-DD) in Shanghai at an instant. */
export const shanghaiDate = (at: Date): string => new Date(at.getTime() + shanghaiOffsetMs).toISOString().slice(0, 10);
