import { referReasons, type ReferReason } from '#ticket/reason';
import type { TransitionName } from '#ticket/transition';
import { leadNamedBy } from './lead-named-by';
import type { TrackedLine } from './tracked-line';

/** An answer that was given to the citizen. */
export interface Answer {
  readonly at: Date;
  readonly from: string;
  readonly text: string;
}

const hotline = '12345热线';

/** What a walk through the lines has come upon: who is in charge, and what they propose to answer. */
interface Walk {
  lead: string;
  proposed: string | null;
}

/** What each transition answers the citizen; a reply only once it is approved, and a superior's ticket once they agree. */
const answering: { readonly [Name in TransitionName]?: (line: TrackedLine, walk: Walk) => Omit<Answer, 'at'> | null } =
  {
    answerOnCall: ({ text }) => (text === null ? null : { from: hotline, text }),
    refer: ({ data, route }) => {
      const { label } = referReasons[data['reasonCode'] as ReferReason];
      return route === null ? null : { from: hotline, text: `建议途径：${label}\n${route}` };
    },
    approve: ({ to }, walk) => (to === 'upstream' ? null : proposedBy(walk)),
    upstreamAccept: (_line, walk) => proposedBy(walk),
  };

const proposedBy = ({ lead, proposed }: Walk): Omit<Answer, 'at'> | null =>
  proposed === null ? null : { from: lead, text: proposed };

/** All answers that were given so far, oldest first. */
export function answersIn(lines: readonly TrackedLine[], nameOf: (departmentId: string) => string): Answer[] {
  const walk: Walk = { lead: '承办单位', proposed: null };
  return lines.flatMap((line) => {
    const named = leadNamedBy(line);
    if (named !== null) walk.lead = nameOf(named);
    if (line.name === 'reply' || line.name === 'correctReply') walk.proposed = line.publicText;
    const answer = answering[line.name]?.(line, walk);
    return answer ? [{ at: line.at, ...answer }] : [];
  });
}
