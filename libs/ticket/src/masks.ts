/** 张三 → 张*; the masked form is the only one lists and departments see. */
export const maskName = (name: string): string => name.slice(0, 1) + '*'.repeat(Math.max(1, [...name].length - 1));

/** 13812345678 → 138****5678. Of a short number, a landline without its area, only the last two digits are left. */
export const maskPhone = (phone: string): string =>
  phone.length >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`;
