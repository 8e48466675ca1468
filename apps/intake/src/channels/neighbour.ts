import { channelNeeds } from '#http-api/channel-needs';
import type { Adapter } from './adapter';
import { readTransfer } from './read-transfer';

/** 川渝互转: from the hotline of another province, in the same way as from a superior. */
export const neighbour: Adapter<'neighbour'> = { needs: channelNeeds.neighbour, read: readTransfer };
