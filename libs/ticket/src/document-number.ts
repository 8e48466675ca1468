/** 武热要〔2026〕3号: numbers begin anew each year. */
export const documentNumber = (series: string, year: number, number: number): string =>
  `${series}〔${year}〕${number}号`;
