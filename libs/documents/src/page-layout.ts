/** Points (1/72 inch) of a millimetre. */
const pointsPerMm = 72 / 25.4;

/** GB/T 9704-2012 §5: margins of A4 in millimetres, sizes of type in points (三号 16, 二号 22, 四号 14, 小四 12). */
export const pageLayout = {
  marginMm: { top: 37, left: 28, right: 26, bottom: 35 },
  size: { head: 40, title: 22, body: 16, table: 11, small: 14, form: 12, mark: 9 },
  red: 'd4000f',
} as const;

export const points = (mm: number): number => mm * pointsPerMm;
