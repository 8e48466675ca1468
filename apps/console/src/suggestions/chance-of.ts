import type { RouteAnswer } from '#http-api/routes';

export type Suggested = RouteAnswer<'GET /api/tickets/:id/suggestion'>['department'][number];

/** 93%; nothing where no model stands for it. Never more than it is. */
export const chanceOf = ({ isLearnt, probability }: Pick<Suggested, 'isLearnt' | 'probability'>): string =>
  isLearnt ? `${Math.floor(probability * 100)}%` : '';
