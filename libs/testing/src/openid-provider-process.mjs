// An OpenID provider in a process of its own, since Jest cannot load oidc-provider. It is certified, and real but for its
// page, which asks who somebody is and believes it. Speaks with openid-provider.ts through messages.
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import Provider from 'oidc-provider';

const [host, clientId, clientSecret, redirectUrl] = process.argv.slice(2);
const server = createServer();
await listen(0);
const { port } = server.address();
const usernames = new Map();
const provider = makeProvider(`http://${host}:${port}`);
const answer = provider.callback();
server.on('request', (request, response) =>
  request.url.startsWith('/interaction/') ? void meet(request, response) : answer(request, response),
);
let isForging = false;
const orders = {
  leave: close,
  return: () => listen(port),
  forge: () => (isForging = true),
  stop: () => process.exit(),
};
process.on('message', async (order) => {
  await orders[order]();
  process.send({ done: order });
});
process.on('disconnect', () => process.exit());
process.send({ issuer: provider.issuer });

function makeProvider(issuer) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const made = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUrl] }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'only' }] },
    cookies: { keys: [randomUUID()] },
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ sub, preferred_username: usernames.get(sub) }),
    }),
    loadExistingGrant: grantAll,
  });
  made.use(async (context, next) => {
    await next();
    if (context.path === '/token' && isForging) context.body.id_token = forged(context.body.id_token);
    if (context.path === '/token') process.send({ issued: Object.values(context.body).map(String) });
  });
  return made;
}

/** Nobody is asked for consent: what the hotline asks for is its due. */
async function grantAll({ oidc }) {
  const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
  grant.addOIDCScope('openid profile');
  await grant.save();
  return grant;
}

/** The same claims under a signature that is nobody's. */
const forged = (token) => token.replace(/[^.]+$/, (signature) => [...signature].reverse().join(''));

/** The page on which somebody says who they are, or that they would rather not. */
async function meet(request, response) {
  if (request.method === 'GET') return void response.setHeader('content-type', 'text/html').end(page);
  const { subject, username, decline } = Object.fromEntries(new URLSearchParams(await text(request)));
  if (username) usernames.set(subject, username);
  const result = decline ? { error: 'access_denied' } : { login: { accountId: subject } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

const page = `<!doctype html><link rel="icon" href="data:,"><form method="post">
  <input name="subject"><input name="username"><button>Sign in</button><button name="decline" value="yes">No</button>
</form>`;

async function listen(at) {
  server.listen(at, '127.0.0.1');
  await once(server, 'listening');
}

async function close() {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
