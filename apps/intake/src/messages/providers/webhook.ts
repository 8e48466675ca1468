import { signedPost } from '#platform/posting/signed-post';
import type { Provider } from './provider';

/** Somebody’s gateway that takes messages by HTTP, signed. */
export const webhook: Provider = (message, listener, at) =>
  listener
    ? signedPost(listener, message, at)
    : Promise.resolve({ fault: '短信平台地址或密钥未设置', isTheirs: false });
