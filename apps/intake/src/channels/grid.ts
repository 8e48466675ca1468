import { channelNeeds } from '#http-api/channel-needs';
import type { Adapter } from './adapter';
import { readForm } from './read-form';

/** 网格上报: a grid worker tells what they saw, or what somebody asked them to tell. */
export const grid: Adapter<'grid'> = {
  needs: channelNeeds.grid,
  read: ({ gridCode, worker, citizen = worker, ...form }) =>
    readForm({ ...form, citizen, attributes: { 网格编号: gridCode, 网格员: worker.name } }),
};
