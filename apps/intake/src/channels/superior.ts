import { channelNeeds } from '#http-api/channel-needs';
import type { Adapter } from './adapter';
import { readTransfer } from './read-transfer';

/** 上级派发: their number, their date, and they judge our answer. */
export const superior: Adapter<'superior'> = { needs: channelNeeds.superior, read: readTransfer };
