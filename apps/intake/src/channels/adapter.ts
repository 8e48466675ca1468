import type { Channel } from '#ticket/channel';
import type { ChannelNeeds } from '#http-api/channel-needs';
import type { Inbound, MachineChannel } from '#http-api/inbound-shapes';
import type { RouteRequest } from '#http-api/routes';

/** A message as a registration: what an agent would have typed. */
export type Read = Omit<NonNullable<RouteRequest<'POST /api/tickets'>['body']>, 'channel'>;

/** A channel whose tickets people alone register. */
interface HandAdapter {
  readonly needs: ChannelNeeds;
  readonly read: null;
}

/** Which system sends: tickets that it wants to hear of again bear its name. */
export interface Sender {
  readonly system: string | null;
}

/** One by which machines bring tickets. What a message lacks is left out: the ticket is then incomplete. */
export interface MachineAdapter<Name extends MachineChannel> {
  readonly needs: ChannelNeeds;
  readonly read: (message: Inbound<Name>, sender: Sender) => Read;
}

/** One channel (来源): what its tickets carry, who registers them by hand, and how a machine's message is read. */
export type Adapter<Name extends Channel> = Name extends MachineChannel ? MachineAdapter<Name> : HandAdapter;
