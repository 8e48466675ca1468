import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { RouteAnswer } from '#http-api/routes';
import { reorganisationFigures, type ReorganisationFigure } from '#http-api/reorganisation-shapes';
import { useAnswer } from '../api/use-answer';
import { usePages } from '../api/use-pages';
import { Dialog } from '../parts/dialog';
import { TicketList } from '../parts/ticket-list';

type Preview = RouteAnswer<'POST /api/reorganisations'>;

/** What would move, each figure of tickets leading to them, and why it cannot. */
export function ReorganisePreview({ preview }: { preview: Preview }) {
  const [figure, open] = useState<ReorganisationFigure | null>(null);
  const beside = useBeside(preview);
  const { conflicts, figures, tickets } = preview;
  return (
    <section aria-label="预览">
      {conflicts.map(({ label, figure: of }) => (
        <Alert
          key={label}
          type="error"
          showIcon
          className="reorganise-conflict"
          title={label}
          action={of && <Button onClick={() => open(of)}>查看工单</Button>}
        />
      ))}
      <Alert
        type={tickets > 0 ? 'warning' : 'info'}
        showIcon
        title={`将迁移 ${tickets} 件在办工单，办理期限和对群众的承诺时限不变；已办结的仍记在原处。`}
      />
      <div className="reorganise-figures">
        {figures.map((each) =>
          each.ofTickets ? (
            <Button key={each.figure} size="small" type="link" onClick={() => open(each.figure)}>
              {each.label} {each.count}
            </Button>
          ) : (
            <span key={each.figure}>
              {each.label} {each.count}
            </span>
          ),
        )}
        {beside.map((words) => (
          <span key={words}>{words}</span>
        ))}
      </div>
      {figure && <Behind preview={preview} figure={figure} close={() => open(null)} />}
    </section>
  );
}

function Behind({ preview, figure, close }: { preview: Preview; figure: ReorganisationFigure; close(): void }) {
  const { kind, sources, heirs } = preview;
  const ids = (of: readonly { id: string | null }[]): string => of.flatMap(({ id }) => id ?? []).join(',');
  const pages = usePages('GET /api/reorganisation-tickets', {
    query: { kind, figure, from: ids(sources), heirs: ids(heirs) },
  });
  return (
    <Dialog title={reorganisationFigures[figure].label} width={1_000} close={close}>
      <TicketList pages={pages} />
    </Dialog>
  );
}

/** What the deadlines keep of departments: turns go along with their accounts, office hours end with their office. */
function useBeside({ kind, sources }: Preview): string[] {
  const enabled = kind === 'department';
  const turns = useAnswer('GET /api/duty-turns', { query: { limit: 200 } }, { enabled });
  const hours = useAnswer('GET /api/office-hours', {}, { enabled });
  const ended = sources.map(({ id }) => id);
  const count = (items: readonly { departmentId: string | null }[] | undefined): number =>
    (items ?? []).filter(({ departmentId }) => departmentId !== null && ended.includes(departmentId)).length;
  const own = (hours.data?.items ?? []).filter(({ inForce }) => inForce);
  return [
    ...(count(turns.data?.items) > 0 ? [`值班安排 ${count(turns.data?.items)}（随账号转入）`] : []),
    ...(count(own) > 0 ? [`单位作息 ${count(own)}（承继单位按自己的作息）`] : []),
  ];
}
