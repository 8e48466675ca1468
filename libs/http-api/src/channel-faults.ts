import { channels, type Channel } from '#ticket/channel';
import { carriedFields, channelNeeds, type CarriedField } from './channel-needs';

/** What of a ticket its channel decides on. */
type Carried = { readonly [Field in CarriedField]?: unknown } & {
  readonly channel: Channel;
  readonly expectsReply?: boolean;
};

export interface ChannelFault {
  readonly path: CarriedField | 'expectsReply';
  readonly message: string;
}

/** What a ticket of this channel lacks, or carries and may not; nothing when it is as its channel's row says. */
export function channelFaults(ticket: Carried): ChannelFault[] {
  const { label } = channels[ticket.channel];
  const { carries, publicReply } = channelNeeds[ticket.channel];
  const faults = (Object.keys(carriedFields) as CarriedField[]).flatMap((path): ChannelFault[] => {
    const isGiven = ticket[path] !== undefined && ticket[path] !== null && ticket[path] !== '';
    const need = carries[path];
    const what = carriedFields[path].label;
    if (isGiven && !need) return [{ path, message: `来源为“${label}”的工单不能填写${what}` }];
    return !isGiven && need === 'must' ? [{ path, message: `来源为“${label}”的工单须填写${what}` }] : [];
  });
  const isUnanswered = publicReply && ticket.expectsReply === false;
  return isUnanswered
    ? [...faults, { path: 'expectsReply', message: `来源为“${label}”的工单须公开答复，不能选择无需答复` }]
    : faults;
}
