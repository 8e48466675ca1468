import { methodOf, type Route, type RouteInput } from '#http-api/routes';

/** Asks a list's handler for the page that this input names. */
export type AskPage = (input: RouteInput<Route>) => Promise<unknown>;

interface Page {
  readonly items: readonly unknown[];
  readonly nextCursor: string | null;
}

/** As many as a list answers at once. */
const pageRows = 200;

/** Walks through a list page by page, up to so many rows. */
export class ListWalk {
  rows = 0;
  /** Whether there were more rows than might be taken. */
  isCut = false;
  private page: Page = { items: [], nextCursor: null };
  private maxRows = 0;

  constructor(
    private readonly route: Route,
    private readonly input: RouteInput<Route>,
    private readonly ask: AskPage,
  ) {}

  /** Asks for the first page. @throws whatever the list refuses */
  async begin(maxRows: number): Promise<void> {
    this.maxRows = maxRows;
    this.page = await this.pageFrom();
  }

  async *pages(): AsyncGenerator<readonly unknown[]> {
    for (;;) {
      const { items, nextCursor } = this.page;
      const shown = items.slice(0, this.maxRows - this.rows);
      this.rows += shown.length;
      this.isCut = this.rows === this.maxRows && (shown.length < items.length || nextCursor !== null);
      yield shown;
      if (this.isCut || nextCursor === null) return;
      this.page = await this.pageFrom(nextCursor);
    }
  }

  /** The same question, for the page after this cursor; without a cursor, the one that was asked for. */
  private async pageFrom(cursor?: string): Promise<Page> {
    const { input } = this;
    const place = methodOf(this.route) === 'GET' ? 'query' : 'body';
    const asked = input[place] as object | undefined;
    if (!asked || !('limit' in asked)) return (await this.ask(input)) as Page;
    const next = { ...asked, limit: pageRows, count: undefined, ...(cursor !== undefined && { cursor }) };
    return (await this.ask({ ...input, [place]: next })) as Page;
  }
}
