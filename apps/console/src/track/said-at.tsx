/** @jsxImportSource preact */
const offsetMs = 8 * 3_600_000;

/** An instant in Shanghai's time: 9月25日 18:00, with the year when it is another one. */
export function SaidAt({ at }: { at: string }) {
  const [written, now] = [new Date(at), new Date()].map((each) => new Date(each.getTime() + offsetMs).toISOString());
  const [year = '', month, day] = (written ?? '').slice(0, 10).split('-');
  const isThisYear = now?.startsWith(year) ?? false;
  return (
    <time dateTime={at}>
      {isThisYear ? '' : `${year}年`}
      {Number(month)}月{Number(day)}日 {(written ?? '').slice(11, 16)}
    </time>
  );
}
