import type { RouteAnswer } from '#http-api/routes';

export type RedactedText = RouteAnswer<'GET /api/tickets/:id/third-party-copy'>['title'];

/** A text whose blanks stand out where something was taken out. */
export function BlankedText({ text, blanks }: RedactedText) {
  const starts = [0, ...blanks.map(({ to }) => to)];
  return (
    <p className="matter-text">
      {blanks.map(({ from, to }, index) => (
        <span key={from}>
          {text.slice(starts[index], from)}
          <mark className="blank">{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(starts.at(-1))}
    </p>
  );
}
