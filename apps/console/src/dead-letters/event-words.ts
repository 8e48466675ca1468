import { transitionNames, transitionRow, transitions } from '#ticket/transition';

/** What had happened when the job failed: the transition that tells of it. */
export function eventWords(event: string): string {
  const name = transitionNames.find((each) => transitionRow(each).emits === event);
  return name ? transitions[name].label : event;
}
