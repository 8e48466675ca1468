import { code } from '#http-api/fields';
import { isUuid } from '#store/uuid-v7';

type Test = (text: string) => boolean;

/** What the parts of an address look like, by the name they have in its row; parts of other names are their handler's. */
const kinds: Readonly<Record<string, Test>> = {
  id: isUuid,
  copyId: isUuid,
  aid: isUuid,
  code: (text) => code.safeParse(text).success,
};

/** Whether anything of this kind can have this name: `nope` is no ticket's id. */
export const canName = (param: string, text: string): boolean =>
  !text.includes('\u0000') && (kinds[param]?.(text) ?? true);
