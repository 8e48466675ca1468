/** Whether a number, of digits alone, is a mobile one in China: these take short messages. */
export const isMobileNumber = (number: string): boolean => /^1[3-9]\d{9}$/.test(number);
