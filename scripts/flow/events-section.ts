import { eventNames, hearersOf } from '#ticket/event';
import { serviceNames, services } from '#ticket/service';
import { code, table } from './markdown';

const heard = eventNames.filter((name) => hearersOf(name).length > 0);
const recorded = eventNames.filter((name) => hearersOf(name).length === 0);

export const eventsSection = (): string =>
  [
    '## Who hears what',
    'An event says where to look, never what is true. What nobody acts on is only recorded.',
    table(
      ['Event', ...serviceNames.map((name) => `${name} ${services[name].promise}`)],
      heard.map((name) => [
        code(name),
        ...serviceNames.map((service) => (hearersOf(name).includes(service) ? '●' : '')),
      ]),
    ),
    `Only recorded: ${recorded.map(code).join(', ')}.`,
  ].join('\n\n');
