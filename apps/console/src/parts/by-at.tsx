import { instant } from '../words/instant';

interface ByAtProps {
  /** Null where no person did it. */
  readonly by: { readonly name: string } | null;
  readonly at: string;
}

/** Who did something, and when. */
export const ByAt = ({ by, at }: ByAtProps) => (
  <>
    {by?.name ?? '系统'}　<span className="number">{instant(at)}</span>
  </>
);
