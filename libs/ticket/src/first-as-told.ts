import { importedAsTold } from './import-history';
import { registeredAsTold, type Registration } from './register';
import type { ToldLine } from './retold';
import type { Ticket } from './ticket';

/** A ticket after the first line of its history, over what its row keeps of what was given. */
export const firstAsTold = (given: Pick<Ticket, 'assignments'> & Registration, first: ToldLine): Ticket =>
  first.name === 'importHistory' ? importedAsTold(given, first) : registeredAsTold(given, first);
