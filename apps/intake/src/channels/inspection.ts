import { channelNeeds } from '#http-api/channel-needs';
import type { Adapter } from './adapter';
import { readTransfer } from './read-transfer';

/** 督查交办: from an inspection, in the same way as from a superior. */
export const inspection: Adapter<'inspection'> = { needs: channelNeeds.inspection, read: readTransfer };
