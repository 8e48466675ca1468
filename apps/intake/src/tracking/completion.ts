import type { Element } from '#ticket/element';
import type { Ticket } from '#ticket/ticket';
import type { Edit } from '#ticket/transition-input';
import type { RouteInput } from '#http-api/routes';
import type { Contact } from '#store/citizen';
import { Refusal } from '#platform/problems';
import { missingWords } from './missing-words';

type Said = RouteInput<'POST /api/public/track/complete'>['body'];
type Field = keyof Omit<Said, 'number' | 'code'>;

/** Which field of what is sent says each element. */
const fieldOf: Readonly<Record<Element, Field>> = {
  who: 'citizen',
  when: 'occurredAt',
  where: 'address',
  cause: 'content',
  course: 'content',
};
const fields = [...new Set(Object.values(fieldOf))];

const mostContent = 20_000;

/**
 * What a citizen says of what was missing, as an edit of the ticket. What is known already stays: a text is added to, and a
 * contact is only given where none was, since the number to call back is the registration's.
 * @throws Refusal with a path for each field that is missing, not asked for, or known already
 */
export function completionOf(
  { missing, content }: Pick<Ticket, 'missing' | 'content'>,
  said: Said,
  known: Contact | null,
): { edit: Edit; contact?: Partial<Contact> } {
  refuseFaults([...askedFaults(missing, said), ...contactFaults(said, known)]);
  const told = said.content === undefined ? undefined : added(content, said.content);
  if (told && told.length > mostContent) refuseFaults([{ path: 'content', message: '内容太长，请拨打12345补充' }]);
  const { name, phone, anonymous } = said.citizen ?? {};
  const contact = { ...(name && { name }), ...(phone && { phone }) };
  return {
    edit: {
      ...(told !== undefined && { content: told }),
      ...(said.address !== undefined && { address: said.address }),
      ...(said.occurredAt !== undefined && { occurredAt: new Date(said.occurredAt) }),
      ...(anonymous && { anonymous }),
    },
    ...(Object.keys(contact).length > 0 && { contact }),
  };
}

interface Fault {
  readonly path: string;
  readonly message: string;
}

function askedFaults(missing: readonly Element[], said: Said): Fault[] {
  const asked = new Map(missing.map((element) => [fieldOf[element], missingWords[element]]));
  return fields.flatMap((field) => {
    const words = asked.get(field);
    if (words !== undefined && !isSaid(said, field)) return [{ path: field, message: `请填写：${words}` }];
    return words === undefined && said[field] !== undefined ? [{ path: field, message: '这一项不需要补充' }] : [];
  });
}

const isSaid = (said: Said, field: Field): boolean =>
  field === 'citizen'
    ? Boolean((said.citizen?.name ?? '') || said.citizen?.phone || said.citizen?.anonymous)
    : said[field] !== undefined;

function contactFaults({ citizen = {} }: Said, known: Contact | null): Fault[] {
  if (citizen.anonymous && (citizen.name || citizen.phone || known))
    return [{ path: 'citizen.anonymous', message: '选择匿名就不要留姓名和电话' }];
  return (['name', 'phone'] as const)
    .filter((field) => citizen[field] && known?.[field] && citizen[field] !== known[field])
    .map((field) => ({ path: `citizen.${field}`, message: '已经登记过，不能在这里更改，请拨打12345' }));
}

const added = (content: string, more: string): string => (content.trim() ? `${content}\n\n诉求人补充：${more}` : more);

function refuseFaults(errors: readonly Fault[]): void {
  if (errors.length > 0) throw new Refusal('invalid', '还有内容需要填写或修改，请按提示补充', { errors: [...errors] });
}
