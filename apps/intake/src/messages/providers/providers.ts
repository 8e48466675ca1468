import type { MessageProvider } from '#ticket/message-state';
import type { Provider } from './provider';
import { webhook } from './webhook';

/**
 * Every way out of the house: a new one does not compile before it has a row in `messageProviders` and a file here. By the
 * outbox (发件箱) nothing leaves it; the console shows what would have been sent.
 */
export const providers: Readonly<Record<MessageProvider, Provider | null>> = { outbox: null, webhook };
