import { IncomingMessage, ServerResponse, type OutgoingHttpHeaders } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';

/** Answers of the API are no pages: nothing in them may load or run, and they are framed nowhere. Pages say their own. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: { defaultSrc: [`'none'`], frameAncestors: [`'none'`] },
};

/** What helmet says with an answer. It is asked once: it would say the same of each. */
function saidByHelmet(): OutgoingHttpHeaders {
  const answer = new ServerResponse(new IncomingMessage(new Socket()));
  helmet({ contentSecurityPolicy })(answer.req, answer, () => undefined);
  return answer.getHeaders();
}

/** The headers of every answer. Personal data stays in no cache; the console's files say otherwise of themselves. */
export const securityHeaders: OutgoingHttpHeaders = { ...saidByHelmet(), 'cache-control': 'no-store' };
