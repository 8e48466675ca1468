import { clocksSection } from './clocks-section';
import { diagramsSection } from './diagrams-section';
import { eventsSection } from './events-section';
import { transitionsSection } from './transitions-section';

/** docs/flow.md: what can happen to a ticket, who does it, who hears of it, and which clocks run. */
export const flowPage = (): string =>
  [
    '<!-- Written by npm run flow from libs/ticket and apps/deadlines; npm run check fails when it is stale. -->',
    '# How a ticket moves',
    'One ticket, one state. What must hold for a move beyond its states and actors is in `libs/ticket/src/guards.ts`, ' +
      'what follows from it in `libs/ticket/src/effects.ts`.',
    diagramsSection(),
    transitionsSection(),
    eventsSection(),
    clocksSection(),
  ].join('\n\n');
