import type { BroadcastRow } from './broadcast-row';

/** What a broadcast answer is about, in a few words. */
export const aboutOf = ({ issue, category, area }: BroadcastRow): string =>
  [issue?.name, category?.name, area?.name].filter(Boolean).join('，') || '全部诉求';
