/** Longer first lines are no titles. */
const most = 40;
const untitled = '（无标题）';

/** The first line of what was said, or of it as much as fits. */
export function titleFrom(content = ''): string {
  const first =
    content
      .trim()
      .split(/[\n。！？!?]/, 1)[0]
      ?.trim() ?? '';
  const characters = [...first];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : first || untitled;
}
