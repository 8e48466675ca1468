import { Card } from 'antd';
import { useState } from 'react';
import { signOffKinds, signOffStates, type SignOffState } from '#ticket/sign-off';
import { usePages } from '../api/use-pages';
import { requestMoveNames } from '../moves/asked-request';
import { SubmittedReplyFindings } from '../reply-check/submitted-reply-findings';
import { RequestBench } from '../requests/request-bench';
import { SignOffFacts } from './sign-off-facts';
import { SignOffItem } from './sign-off-item';

/** 签发: what waits for the head, or for whoever stands in, what is due first at the top. */
export function SignOffsPage() {
  const [state, setState] = useState<SignOffState>('waiting');
  const pages = usePages('GET /api/sign-offs', { query: { state } });
  return (
    <RequestBench
      pages={pages}
      states={signOffStates}
      state={state}
      show={setState}
      what="事项"
      item={(row) => <SignOffItem row={row} />}
      card={(row, ticket) => (
        <Card key={row.id} size="small" title={`${row.department.name}${signOffKinds[row.kind].label}送签`}>
          <SignOffFacts row={row} />
          {row.kind === 'reply' && row.state === 'waiting' && <SubmittedReplyFindings ticket={ticket} />}
        </Card>
      )}
      featured={requestMoveNames['sign-off']}
      requestOf={(row) => ({ kind: 'sign-off', id: row.assignmentId, state: row.state })}
    />
  );
}
