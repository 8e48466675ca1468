/** Whose mail it is: 王女士 <wang@example.com>, or the address alone. */
export function senderOf(from: string): { name: string | undefined; address: string } {
  const [, name = '', address = from.trim()] = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(from) ?? [];
  const known = name.trim().slice(0, 60);
  return { name: known && !known.includes('@') ? known : undefined, address: address.slice(0, 290) };
}
