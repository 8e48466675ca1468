import type { Read } from './adapter';
import { titleFrom } from './title-from';

/** What forms of any channel bring, besides the number of the message. */
interface Form extends Partial<Omit<Read, 'channel'>> {
  readonly messageId?: string;
}

/** The fields of a form are those of a registration; only the title may have to be found, and the type be anything. */
export function readForm({ messageId: _known, ...form }: Form): Read {
  return { ...form, type: form.type ?? 'other', title: form.title?.trim() || titleFrom(form.content) };
}
