/** A code as it is read out: four characters at a time. */
export const inGroups = (code: string): string => code.replace(/.{4}(?=.)/g, '$& ');
