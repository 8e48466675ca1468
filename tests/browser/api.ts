import type { Page } from 'playwright-core';

/** Asks the API as whoever is signed in on the page. @throws Error with the answer when it is refused */
export async function api<Answer>(page: Page, method: string, path: string, data?: object): Promise<Answer> {
  const answer = await page.request.fetch(new URL(path, page.url()).href, { method, data });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}
