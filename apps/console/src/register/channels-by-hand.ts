import { channels, type Channel } from '#ticket/channel';
import type { Role } from '#ticket/role';
import { channelNeeds } from '#http-api/channel-needs';
import { optionsOf, type Option } from '../words/options';

/** The channels that these roles may register by hand. */
export const channelsByHand = (roles: readonly Role[]): Option[] =>
  optionsOf(channels).filter(({ value }) => channelNeeds[value as Channel].byHand.some((role) => roles.includes(role)));
