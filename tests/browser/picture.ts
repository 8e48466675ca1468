import type { Page } from 'playwright-core';

const screens = [
  { width: 1_440, height: 900 },
  { width: 1_280, height: 720 },
] as const;
export const phone = { width: 390, height: 844 } as const;

/** Pictures for whoever wants to look at them, in the folder that SCREENSHOTS names; the page then is as large as before. */
export async function picture(
  page: Page,
  name: string,
  ...further: { width: number; height: number }[]
): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (!folder) return;
  const before = page.viewportSize();
  for (const size of [...screens, ...further]) {
    await page.setViewportSize(size);
    await page.screenshot({ path: `${folder}/${name}-${size.width}.png` });
  }
  if (before) await page.setViewportSize(before);
}
