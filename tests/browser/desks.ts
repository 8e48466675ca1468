import type { Browser, BrowserContext, Page } from 'playwright-core';
import { watchFaults } from './browser';
import type { RunningHotline } from './running-hotline';

/** Somebody at a desk: an own browser window. */
export interface Desk {
  readonly page: Page;
  /** What went wrong on the pages so far. */
  readonly faults: readonly string[];
}

const patience = 10_000;
const sizes = { width: 1366, height: 768 };

/** The people of one test and their windows. */
export class Desks {
  private readonly open = new Map<string, Desk>();
  private readonly contexts: BrowserContext[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly hotline: RunningHotline,
  ) {}

  /**
   * The desk of a demo account, signed in through the login page.
   * @param expected as for `at`
   */
  async of(username: string, ...expected: number[]): Promise<Page> {
    const known = this.open.get(username);
    if (known) return known.page;
    const page = await this.at(username, ...expected);
    await signIn(page, username, this.hotline.password);
    await page.getByRole('menu').waitFor();
    return page;
  }

  /**
   * Somebody new at the login page, in a browser that has never signed in.
   * @param expected statuses the house is meant to refuse with
   */
  async at(name: string, ...expected: number[]): Promise<Page> {
    const context = await this.browser.newContext({ viewport: sizes, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    this.contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    this.open.set(name, { page, faults: watchFaults(page, expected) });
    await page.goto(this.hotline.url);
    return page;
  }

  faults(): string[] {
    return [...this.open].flatMap(([name, { faults }]) => faults.map((fault) => `${name}: ${fault}`));
  }

  async close(): Promise<void> {
    await Promise.all(this.contexts.map((context) => context.close()));
  }
}

export async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

/** Opens a screen by its whole name in the menu, which an icon stands before. */
export const openScreen = (page: Page, screen: string): Promise<void> =>
  page.getByRole('menuitem', { name: new RegExp(`(^|\\s)${screen}(\\s|$)`) }).click();

export const dialogOn = (page: Page) => page.getByRole('dialog');

/** Presses a button of the dialog. */
export const pressIn = (page: Page, button: string): Promise<void> =>
  dialogOn(page).getByRole('button', { name: button, exact: true }).click();

/** Chooses the entry of a directory by typing its name. */
export async function chooseByName(page: Page, label: string, name: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(name);
  await page.getByTitle(name, { exact: true }).locator('visible=true').last().click();
}

/** What the agent reads to the citizen once a call is registered. */
export const readAloud = (page: Page, label: string): Promise<string> =>
  page.getByRole('row', { name: label }).locator('.read-aloud').innerText();
