import { HouseClient } from '#testing/house-client';
import type { RunningHotline } from './running-hotline';

/** A demo account over HTTP, for what a test needs to stand before somebody looks at a page. */
export async function clientOf({ url, password }: RunningHotline, username: string): Promise<HouseClient> {
  const { token } = await new HouseClient(url, null).call('POST /api/session', { body: { username, password } });
  return new HouseClient(url, token);
}
