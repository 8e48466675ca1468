/** What was typed into the form of what is missing. */
export type Filled = Partial<Record<'address' | 'at' | 'content' | 'anonymous' | 'name' | 'phone', string>>;

/** What is sent of it: only what was filled in. A time is one of Shanghai. */
export function completionOf({ address, at, content, anonymous, name, phone }: Filled): object {
  const citizen = anonymous === 'yes' ? { anonymous: true } : { ...(name && { name }), ...(phone && { phone }) };
  return {
    ...(address?.trim() && { address }),
    ...(at && { occurredAt: `${at}:00+08:00` }),
    ...(content?.trim() && { content }),
    ...(Object.keys(citizen).length > 0 && { citizen }),
  };
}
