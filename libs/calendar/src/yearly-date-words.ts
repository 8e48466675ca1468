/** A date of every year (MM-DD) as it is said: 5月1日. */
export const yearlyDateWords = (date: string): string => `${Number(date.slice(0, 2))}月${Number(date.slice(3))}日`;
