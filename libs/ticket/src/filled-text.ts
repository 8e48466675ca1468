const anyPlaceholder = /\{([^{}]*)\}/g;

/** What a text leaves open: the words between its braces. */
export const openIn = (text: string): string[] =>
  [...text.matchAll(anyPlaceholder)].map(([found]) => found.slice(1, -1));

/** The text with what it leaves open filled. What is filled in is not read again, whatever braces it has. */
export const filledText = (text: string, valueOf: (name: string) => string): string =>
  text.replace(anyPlaceholder, (_, name: string) => valueOf(name));
