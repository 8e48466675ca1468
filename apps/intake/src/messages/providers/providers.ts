import type { MessageProvider } from '#ticket/message-state';
import { outbox } from './outbox';
import type { Provider } from './provider';
import { webhook } from './webhook';

/** Every way out of the house: a new one does not compile before it has a row in `messageProviders` and a file here. */
export const providers: Readonly<Record<MessageProvider, Provider>> = { outbox, webhook };
