import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { OidcSettings } from '#platform/oidc-settings';
import { readSettings } from '#platform/settings';

const program = join(__dirname, 'openid-provider-process.mjs');
const [clientId, clientSecret] = ['hotline', 'the secret of the hotline at the provider'];

type Message = { issuer: string } | { issued: string[] } | { done: string };

/** A real OpenID provider that knows the hotline: its page believes whoever says who they are. */
export class OpenIdProvider {
  /** All tokens that it has given out. */
  readonly issued: string[] = [];

  private constructor(
    private readonly child: ChildProcess,
    readonly issuer: string,
    private readonly redirectUrl: string,
  ) {
    child.on('message', (message: Message) => {
      if ('issued' in message) this.issued.push(...message.issued);
    });
  }

  /** @param host what it is called: `localhost` is another site than `127.0.0.1` */
  static async start(redirectUrl: string, host = '127.0.0.1'): Promise<OpenIdProvider> {
    const child = fork(program, [host, clientId, clientSecret, redirectUrl], {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    return new OpenIdProvider(child, await issuerOf(child), redirectUrl);
  }

  /** How a hotline is configured to use it. */
  environment(): Record<string, string> {
    return {
      OIDC_ISSUER: this.issuer,
      OIDC_CLIENT_ID: clientId,
      OIDC_CLIENT_SECRET: clientSecret,
      OIDC_REDIRECT_URL: this.redirectUrl,
      OIDC_LABEL: '区统一认证',
    };
  }

  settings(): OidcSettings {
    const { oidc } = readSettings(this.environment());
    if (!oidc) throw new Error('the provider’s settings configure nothing');
    return oidc;
  }

  /** Nobody answers at its address until it returns. */
  leave(): Promise<void> {
    return this.order('leave');
  }

  return(): Promise<void> {
    return this.order('return');
  }

  /** From now on its tokens are signed by nobody. */
  forge(): Promise<void> {
    return this.order('forge');
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.send('stop');
    await ended;
  }

  private async order(name: string): Promise<void> {
    const done = new Promise<void>((resolve) => {
      const hear = (message: Message): void => {
        if (!('done' in message)) return;
        this.child.off('message', hear);
        resolve();
      };
      this.child.on('message', hear);
    });
    this.child.send(name);
    await done;
  }
}

/** Its address, once it listens. @throws Error with what it said when it ends instead */
function issuerOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => void (said += chunk.toString()));
    child.once('message', (message: { issuer: string }) => resolve(message.issuer));
    child.once('exit', (code) => reject(new Error(`the provider ended with ${code}:\n${said}`)));
  });
}
