import { Button } from 'antd';
import { useState } from 'react';
import { usePages } from '../api/use-pages';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { PagedTable } from '../parts/paged-table';
import { useKept } from '../parts/use-kept';
import { catalogueColumns } from './catalogue-columns';
import { CatalogueFilters, type CatalogueFilter } from './catalogue-filters';
import { EndRuleDialog } from './end-rule-dialog';
import { ImportCatalogueDialog } from './import-catalogue-dialog';
import { RuleDialog } from './rule-dialog';
import { placeWords, type RuleRow } from './rule-row';

/** What stands over the list. */
type Opened = { kind: 'edit'; rule: RuleRow | null } | { kind: 'end'; rule: RuleRow } | { kind: 'import' };

/** 派单目录: to whom which matter goes, every version, and what a change would have sent elsewhere. */
export function CataloguePage() {
  const { roles } = useUser();
  const mayChange = mayCall('POST /api/dispatch-rules', roles);
  const [sought, seek] = useKept<CatalogueFilter>('catalogue', { state: 'in-force' });
  const [versionsOf, showVersions] = useState<RuleRow | null>(null);
  const [opened, open] = useState<Opened | null>(null);
  const query = versionsOf ? { seriesId: versionsOf.seriesId } : sought;
  const pages = usePages('GET /api/dispatch-rules', { query });
  const close = (): void => open(null);
  const columns = catalogueColumns(mayChange, {
    edit: (rule) => open({ kind: 'edit', rule }),
    end: (rule) => open({ kind: 'end', rule }),
    showVersions,
  });
  return (
    <div className="page">
      <div className="page-filters">
        {mayChange && (
          <>
            <Button type="primary" onClick={() => open({ kind: 'edit', rule: null })}>
              新增规则
            </Button>
            <Button onClick={() => open({ kind: 'import' })}>导入</Button>
          </>
        )}
        <span className="quiet">
          事项分类越近越优先，其次区域，再次关键词、诉求类型、紧急程度、来源；同样具体的，优先序小的优先。
        </span>
      </div>
      {versionsOf ? (
        <div className="page-filters">
          <Button onClick={() => showVersions(null)}>返回目录</Button>
          <span>{placeWords(versionsOf)}的历次版本</span>
        </div>
      ) : (
        <CatalogueFilters sought={sought} seek={seek} isBusy={pages.isLoading} />
      )}
      <PagedTable<RuleRow> columns={columns} pages={pages} widthPx={1_100} empty="没有派单规则" />
      {opened?.kind === 'edit' && <RuleDialog rule={opened.rule} close={close} />}
      {opened?.kind === 'end' && <EndRuleDialog rule={opened.rule} close={close} />}
      {opened?.kind === 'import' && <ImportCatalogueDialog close={close} />}
    </div>
  );
}
