import { channelNeeds } from '#http-api/channel-needs';
import type { Adapter } from './adapter';
import { readForm } from './read-form';

/** 网站: the form of the public website. */
export const web: Adapter<'web'> = { needs: channelNeeds.web, read: (message) => readForm(message) };
