import { isMobileNumber } from './mobile-number';

/** Numbers as they are in China besides mobile ones: of a town with or without its area code, 400 and 800, of a service; or of abroad. */
const known = [/^(?:0\d{2,3})?[2-9]\d{6,7}$/, /^[48]00\d{7}$/, /^(?:1\d{2}|[19]\d{4,5})$/, /^(?:\+|00)\d{7,15}$/];

/** Whether a digit is likely to be missing or too many. It is taken all the same: some callers have no other number. */
export const isOddNumber = (typed: string): boolean => {
  const number = typed.replace(/[\s()（）-]/g, '');
  const isMobile = isMobileNumber(number.replace(/^(?:\+?86|0086)/, ''));
  return number !== '' && !isMobile && !known.some((each) => each.test(number));
};
