import type { Caller } from './caller';
import type { ChannelClient } from './channel-clients';

/** Another system as whoever reads reports: it sees the figures of the whole house, as a leader does, and is in no department. */
export const reportReader = ({ id, name }: ChannelClient): Caller => ({
  ...{ id, name, username: name },
  roles: ['leader'],
  ...{ departmentId: null, departmentIds: [] },
  ...{ mustChangePassword: false, extension: null, deputyFor: [] },
});
