import { Card } from 'antd';
import { useState } from 'react';
import { extensionStates, type ExtensionState } from '#ticket/request-state';
import { usePages } from '../api/use-pages';
import { useUser } from '../identity/session';
import { requestMoveNames } from '../moves/asked-request';
import { RequestBench } from '../requests/request-bench';
import { askedExtension, extensionTitle } from './asked-extension';
import { ExtensionFacts } from './extension-facts';
import { ExtensionItem } from './extension-item';
import { ownApprover } from './own-approver';

/** 延期审批: who wants more time, and why; what waits is what oneself decides, what was decided is everybody's. */
export function ExtensionsPage() {
  const [state, setState] = useState<ExtensionState>('pending');
  const own = ownApprover(useUser().roles);
  const approver = state === 'pending' ? own : undefined;
  const pages = usePages('GET /api/extensions', { query: { state, approver } });
  return (
    <RequestBench
      pages={pages}
      states={extensionStates}
      state={state}
      show={setState}
      what="延期申请"
      item={(row) => <ExtensionItem row={row} />}
      card={(row, ticket) => (
        <Card key={row.id} size="small" title={extensionTitle(row)}>
          <ExtensionFacts row={row} ticket={ticket} />
        </Card>
      )}
      featured={requestMoveNames.extension}
      requestOf={askedExtension}
    />
  );
}
