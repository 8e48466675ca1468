import { serviceNames } from './service';

const ours: ReadonlySet<string> = new Set([...serviceNames, 'system']);

/** Who did it: a service is the system; a person's bare id is not shown. */
export function actorWords(actor: string): string {
  if (ours.has(actor)) return '系统';
  if (actor === 'citizen') return '诉求人';
  return /^[0-9a-f-]{16,}$/i.test(actor) ? '工作人员' : actor;
}
