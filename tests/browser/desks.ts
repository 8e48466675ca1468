import type { Browser, BrowserContext, Page } from 'playwright-core';
import { watchFaults } from './browser';
import type { RunningHotline } from './running-hotline';

/** Somebody at a desk: an own browser window, signed in through the login page. */
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

  /** The desk of a demo account. */
  async of(username: string): Promise<Page> {
    const desk = this.open.get(username) ?? (await this.signIn(username));
    this.open.set(username, desk);
    return desk.page;
  }

  faults(): string[] {
    return [...this.open].flatMap(([username, { faults }]) => faults.map((fault) => `${username}: ${fault}`));
  }

  async close(): Promise<void> {
    await Promise.all(this.contexts.map((context) => context.close()));
  }

  private async signIn(username: string): Promise<Desk> {
    const context = await this.browser.newContext({ viewport: sizes, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    this.contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    const faults = watchFaults(page);
    await page.goto(this.hotline.url);
    await page.getByLabel('用户名').fill(username);
    await page.getByLabel('密码').fill(this.hotline.password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('menu').waitFor();
    return { page, faults };
  }
}
