import { hotlineServices } from '#hotline/hotline-services';
import { openTestHouse, type TestHouse, type TestHouseOptions } from '#testing/test-house';

/** All four services in this process, as a small district runs them. */
export const openHotline = (options: Omit<TestHouseOptions, 'hosts'> = {}): Promise<TestHouse> =>
  openTestHouse({ hosts: hotlineServices, ...options });
