import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { RouteAnswer } from '#http-api/routes';
import type { CallRequest } from '../api/call';
import type { Values } from '../moves/field-row';
import { Dialog } from './dialog';
import { WriteForm } from './write-form';

/** Operations that do one thing to many, and answer for each. */
type ManyRoute = 'POST /api/urges' | 'POST /api/assignments/sign' | 'POST /api/assignments/reply';
type Answers = readonly Pick<RouteAnswer<ManyRoute>['items'][number], 'number' | 'refusal'>[];

interface ActOnManyProps {
  readonly route: ManyRoute;
  /** As a clerk calls it: 催办, 签收. */
  readonly what: string;
  readonly ids: readonly string[];
  /** So many as one request takes. */
  readonly most: number;
  readonly width?: number;
  readonly requestOf: (values: Values) => CallRequest<ManyRoute>;
  readonly onDone: () => void;
  readonly children: ReactNode;
}

/** 批量: what is done to all that were chosen in a list; what could not be done is named, with the reason. */
export function ActOnMany(props: ActOnManyProps) {
  const { route, what, ids, most, width, requestOf, onDone, children } = props;
  const [isOpen, setOpen] = useState(false);
  const tell = useOutcomes(what);
  const done = (items: Answers): void => {
    tell(items);
    setOpen(false);
    onDone();
  };
  return (
    <>
      <Button type="primary" disabled={ids.length > most} onClick={() => setOpen(true)}>
        {`批量${what}（${ids.length}件${ids.length > most ? `，一次最多${most}件` : ''}）`}
      </Button>
      {isOpen && (
        <Dialog title={`批量${what}${ids.length}件工单`} width={width} close={() => setOpen(false)}>
          <WriteForm route={route} label={what} requestOf={requestOf} onDone={({ items }) => done(items)}>
            {children}
          </WriteForm>
        </Dialog>
      )}
    </>
  );
}

function useOutcomes(what: string): (items: Answers) => void {
  const { message, modal } = App.useApp();
  return (items) => {
    const refused = items.filter(({ refusal }) => refusal !== null);
    const done = items.length - refused.length;
    if (done > 0) message.success(`已${what}${done}件`);
    if (refused.length > 0)
      void modal.warning({
        title: `${refused.length}件未${what}`,
        content: refused.map(({ number, refusal }, place) => (
          // Nothing is added or moved in this list, and a ticket may stand in it twice.
          <div key={place}>
            {number}　{refusal}
          </div>
        )),
      });
  };
}
