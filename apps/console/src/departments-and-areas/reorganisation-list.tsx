import type { TableColumnsType } from 'antd';
import type { ListItem } from '#http-api/list-route';
import { reorganisationStates } from '#http-api/reorganisation-shapes';
import { usePages } from '../api/use-pages';
import { PagedTable } from '../parts/paged-table';
import { fullInstant } from '../words/instant';

type Reorganisation = ListItem<'GET /api/reorganisations'>;

const named = (places: readonly { name: string }[]): string => places.map(({ name }) => name).join('、');
const intoWords = ({ sources, heirs }: Reorganisation): string => `${named(sources)} → ${named(heirs)}`;
const progressOf = ({ state, moved }: Reorganisation): string =>
  `${reorganisationStates[state].label}，迁移 ${moved} 件`;

const columns: TableColumnsType<Reorganisation> = [
  { title: '调整', render: (_, row) => intoWords(row) },
  { title: '依据', dataIndex: 'reason', width: 200, ellipsis: true },
  { title: '经办人', dataIndex: 'orderedBy', width: 120 },
  { title: '时间', width: 180, render: (_, { at }) => fullInstant(at) },
  { title: '在办工单', width: 180, render: (_, row) => progressOf(row) },
];

/** What took the place of what, and how much open work moved with it. */
export function ReorganisationList() {
  const pages = usePages('GET /api/reorganisations');
  if (pages.items.length === 0) return null;
  return (
    <section className="reorganisations" aria-label="调整记录">
      <h3>调整记录</h3>
      <PagedTable<Reorganisation>
        columns={columns}
        pages={pages}
        widthPx={820}
        empty="没有调整记录"
        card={(row) => (
          <section key={row.id} className="card-link">
            <span className="item-title">{intoWords(row)}</span>
            <div className="item-line quiet">
              <span>{fullInstant(row.at)}</span>
              <span>{progressOf(row)}</span>
            </div>
          </section>
        )}
      />
    </section>
  );
}
