import { Tag, type TableColumnsType } from 'antd';
import type { ListItem } from '#http-api/list-route';
import { usePages } from '../api/use-pages';
import { PagedTable } from '../parts/paged-table';
import { fullInstant } from '../words/instant';

type MadeReport = ListItem<'GET /api/made-reports'>;

const columns: TableColumnsType<MadeReport> = [
  { title: '报表', render: (_, report) => <FileLink report={report} /> },
  { title: '应生成', width: 180, render: (_, { dueAt }) => fullInstant(dueAt) },
  { title: '生成时间', width: 180, render: (_, { madeAt }) => fullInstant(madeAt) },
];

/** A file as it was made; what nobody of this account has fetched is new. */
const FileLink = ({ report: { id, name, fetchedAt } }: { report: MadeReport }) => (
  <>
    <a href={`/api/made-reports/${id}/file`} download>
      {name}
    </a>
    {fetchedAt === null && (
      <Tag color="blue" className="tag">
        新
      </Tag>
    )}
  </>
);

/** 定期报表: what was made for one's post, to be fetched as often as one likes. */
export function MadeReportsPage() {
  const pages = usePages('GET /api/made-reports');
  return (
    <div className="page">
      <PagedTable<MadeReport>
        columns={columns}
        pages={pages}
        widthPx={720}
        empty="还没有为您的岗位生成报表"
        card={(report) => (
          <section key={report.id} className="card-link" aria-label={report.name}>
            <FileLink report={report} />
            <div className="item-line quiet">{fullInstant(report.dueAt)}</div>
          </section>
        )}
      />
    </div>
  );
}
