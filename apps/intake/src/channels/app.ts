import { channelNeeds } from '#http-api/channel-needs';
import type { Adapter } from './adapter';
import { readForm } from './read-form';

/** APP: the form of the citizens’ app. */
export const app: Adapter<'app'> = { needs: channelNeeds.app, read: (message) => readForm(message) };
