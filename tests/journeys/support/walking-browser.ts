import { parseSetCookie, stringifyCookie, type SetCookie } from 'cookie';

/** Where a browser has come to. The console's own pages are not loaded. */
export interface Page {
  readonly address: string;
  readonly status: number;
  readonly text: string;
}

type Fields = Readonly<Record<string, string>>;

interface Walk {
  /** The page that it leaves. */
  readonly from: string;
  /** What it posts there; without it only asks. */
  readonly form?: Fields;
  /** Before which address it stops. */
  readonly halts?: (at: URL) => boolean;
}

type Kept = SetCookie & { readonly host: string };

/**
 * A browser without a screen: it follows redirects, keeps cookies, and sends them along as their paths and SameSite say.
 * It calls the hotline by its public origin, as if a proxy stood before it.
 */
export class WalkingBrowser {
  private readonly jar = new Map<string, Kept>();
  /** Every address it has been sent to. */
  readonly addresses: string[] = [];

  constructor(private readonly hotline: { readonly origin: string; readonly url: string }) {}

  /** Follows a link on one of the hotline's pages, or calls its API from there. */
  open(path: string): Promise<Page> {
    return this.walk(new URL(path, this.hotline.origin), { from: this.hotline.origin });
  }

  /** Does as much as has it sent to another site, and answers that address without going there. */
  async openUntilSent(path: string): Promise<string> {
    const halts = (at: URL): boolean => at.origin !== this.hotline.origin;
    return (await this.walk(new URL(path, this.hotline.origin), { from: this.hotline.origin, halts })).address;
  }

  /** Goes where another site sends it, such as the page of the provider. */
  sentTo(address: string): Promise<Page> {
    return this.walk(new URL(address), { from: 'https://elsewhere.example' });
  }

  /** Sends the form of a page. */
  submit({ address }: Page, fields: Fields): Promise<Page> {
    return this.walk(new URL(address), { from: address, form: fields });
  }

  /** Does as much as has it sent back to the hotline, and answers that address without going there. */
  async submitUntilBack({ address }: Page, fields: Fields): Promise<string> {
    const halts = (at: URL): boolean => at.origin === this.hotline.origin;
    return (await this.walk(new URL(address), { from: address, form: fields, halts })).address;
  }

  cookie(name: string): string | undefined {
    return this.named(name)?.value;
  }

  /** As somebody could who sits at the machine. */
  setCookie(name: string, value: string): void {
    const kept = this.named(name);
    if (!kept) throw new Error(`this browser has no cookie ${name}`);
    this.jar.set(keyOf(kept), { ...kept, value });
  }

  private async walk(address: URL, { from, form, halts }: Walk): Promise<Page> {
    const sites = new Set([new URL(from).host, address.host]);
    let init: RequestInit = form ? { method: 'POST', body: new URLSearchParams(form) } : {};
    for (let at = address; ; init = {}) {
      this.addresses.push(at.href);
      const isConsole = at.origin === this.hotline.origin && at.pathname.startsWith('/app');
      if (isConsole || halts?.(at)) return { address: at.href, status: 200, text: '' };
      const response = await this.ask(at, init, sites.size > 1);
      const location = response.headers.get('location');
      if (!location) return { address: at.href, status: response.status, text: await response.text() };
      at = new URL(location, at);
      sites.add(at.host);
    }
  }

  private async ask(address: URL, init: RequestInit, isCrossSite: boolean): Promise<Response> {
    const headers = this.cookiesFor(address, isCrossSite);
    const response = await fetch(this.reached(address), { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) this.keep(address.host, parseSetCookie(cookie));
    return response;
  }

  private reached(address: URL): string {
    return address.origin === this.hotline.origin
      ? `${this.hotline.url}${address.pathname}${address.search}`
      : address.href;
  }

  private cookiesFor({ host, pathname }: URL, isCrossSite: boolean): Record<string, string> {
    const sent = [...this.jar.values()].filter(
      (each) =>
        each.host === host && pathname.startsWith(each.path ?? '/') && !(isCrossSite && each.sameSite === 'strict'),
    );
    if (sent.length === 0) return {};
    return { cookie: stringifyCookie(Object.fromEntries(sent.map(({ name, value }) => [name, value]))) };
  }

  private keep(host: string, cookie: SetCookie): void {
    const kept = { ...cookie, host };
    const isOver = cookie.maxAge === 0 || (cookie.expires !== undefined && cookie.expires.getTime() < 1);
    if (isOver) this.jar.delete(keyOf(kept));
    else this.jar.set(keyOf(kept), kept);
  }

  private named(name: string): Kept | undefined {
    return [...this.jar.values()].find((each) => each.name === name);
  }
}

const keyOf = ({ host, path, name }: Kept): string => `${host}${path ?? '/'} ${name}`;
