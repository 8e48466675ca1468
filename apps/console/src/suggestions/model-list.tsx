import { Tag, type TableColumnsType } from 'antd';
import type { ListItem } from '#http-api/list-route';
import { suggestionKinds } from '#http-api/suggestion-shapes';
import { usePages } from '../api/use-pages';
import { DecideButton } from '../parts/decide-button';
import { PagedTable } from '../parts/paged-table';
import { instant } from '../words/instant';
import { shareWords } from './share-words';

type Model = ListItem<'GET /api/suggestion-models'>;

/** Of how many tickets it was sure. */
const sureOf = ({ coverage, examples }: Model): number => Math.round(coverage * examples);

const accuracyWords = ({ accuracy, examples }: Model): string => shareWords(Math.round(accuracy * examples), examples);
const coverageWords = (model: Model): string => shareWords(sureOf(model), model.examples);
const precisionWords = (model: Model): string => shareWords(Math.round(model.precision * sureOf(model)), sureOf(model));

const columns: TableColumnsType<Model> = [
  { title: '种类', width: 100, render: (_, { kind }) => suggestionKinds[kind].label },
  { title: '版本', width: 90, render: (_, { version }) => `第${version}版` },
  { title: '学习时间', width: 130, render: (_, { trainedAt }) => instant(trainedAt) },
  { title: '学习工单', width: 90, align: 'right', dataIndex: 'examples' },
  { title: '首选正确', width: 170, align: 'right', render: (_, model) => accuracyWords(model) },
  { title: '把握充分', width: 170, align: 'right', render: (_, model) => coverageWords(model) },
  { title: '其中正确', width: 170, align: 'right', render: (_, model) => precisionWords(model) },
  { title: '状态', width: 120, render: (_, model) => <Standing model={model} /> },
];

const Standing = ({ model: { id, isActive } }: { model: Model }) =>
  isActive ? (
    <Tag color="green">使用中</Tag>
  ) : (
    <DecideButton
      route="POST /api/suggestion-models/:id/activate"
      id={id}
      label="启用此版本"
      reads="GET /api/suggestion-models"
    />
  );

/** The same on a phone. */
const ModelItem = ({ model }: { model: Model }) => (
  <div className="item">
    <div className="item-top">
      <span className="item-title">
        {suggestionKinds[model.kind].label}第{model.version}版
      </span>
      <Standing model={model} />
    </div>
    <div className="item-line">首选正确{accuracyWords(model)}</div>
    <div className="item-line">
      把握充分{coverageWords(model)}，其中正确{precisionWords(model)}
    </div>
    <div className="item-line quiet">{instant(model.trainedAt)}学习</div>
  </div>
);

/** Versions with what each is worth on tickets that it had not learnt from; one call goes back to an earlier one. */
export function ModelList() {
  const pages = usePages('GET /api/suggestion-models', {});
  return (
    <>
      <p className="quiet">各项比例均以模型未学过的工单测算。启用较早的版本后，新学的版本不再自动启用，须在此启用。</p>
      <PagedTable<Model>
        columns={columns}
        pages={pages}
        widthPx={1_040}
        empty="已办结的派单还不够学习，目前仅按派单目录和关键词提示"
        card={(model) => <ModelItem key={model.id} model={model} />}
      />
    </>
  );
}
