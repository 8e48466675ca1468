import type { Provider } from './provider';

/** 发件箱: nothing leaves the house; the console shows what would have been sent. */
export const outbox: Provider = () => Promise.resolve(null);
