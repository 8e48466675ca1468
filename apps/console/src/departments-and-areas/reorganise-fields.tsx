import { Button, Form, Input, Radio, Select } from 'antd';
import { departmentGroups } from '#http-api/directory-shapes';
import { AreaInput } from '../directory/area-input';
import { CategoryInput } from '../directory/category-input';
import { KindInput } from './kind-input';
import { required } from '../parts/required';
import { optionsOf } from '../words/options';
import type { ReorganisationKind } from './reorganise-values';

const ways = [
  { value: 'known', label: '已有的' },
  { value: 'founded', label: '新设的' },
];

/** Which end, and who takes their place: one for a merger or a closing, several for a division. */
export const ReorganiseFields = ({ kind }: { kind: ReorganisationKind }) => (
  <>
    <Form.Item name="from" label={kind === 'department' ? '撤销或并入的单位' : '并入其他区域的区域'} rules={required}>
      <KindInput kind={kind} several />
    </Form.Item>
    <Form.List name="heirs">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <HeirFields key={key} kind={kind} index={name} remove={() => remove(name)} />
          ))}
          {kind === 'department' && (
            <Form.Item>
              <Button onClick={() => add({ way: 'known' })}>增加承继单位（拆分）</Button>
            </Form.Item>
          )}
        </>
      )}
    </Form.List>
    <Form.Item name="reason" label="依据" rules={required}>
      <Input maxLength={200} placeholder="如：区委编委〔2026〕3号" />
    </Form.Item>
  </>
);

function HeirFields({ kind, index, remove }: { kind: ReorganisationKind; index: number; remove(): void }) {
  const way = Form.useWatch(['heirs', index, 'way']) as string | undefined;
  const title = index === 0 ? '由谁承继' : '另由谁承继';
  return (
    <section className="reorganise-heir" aria-label={`${title}${index > 0 ? index : ''}`}>
      <Form.Item name={[index, 'way']} label={title}>
        <Radio.Group options={ways} />
      </Form.Item>
      {way === 'founded' ? <FoundedFields kind={kind} index={index} /> : <KnownField kind={kind} index={index} />}
      {index > 0 && (
        <>
          <div className="form-row">
            <Form.Item name={[index, 'categoryCodes']} label="承接的事项分类（含下级）">
              <CategoryInput several />
            </Form.Item>
            <Form.Item name={[index, 'areaCodes']} label="承接的区域（含下级）">
              <AreaInput several />
            </Form.Item>
          </div>
          <Form.Item>
            <Button danger size="small" onClick={remove}>
              移除
            </Button>
          </Form.Item>
        </>
      )}
    </section>
  );
}

const KnownField = ({ kind, index }: { kind: ReorganisationKind; index: number }) => (
  <Form.Item name={[index, 'id']} label={kind === 'department' ? '承继单位' : '并入的区域'} rules={required}>
    <KindInput kind={kind} />
  </Form.Item>
);

const FoundedFields = ({ kind, index }: { kind: ReorganisationKind; index: number }) => (
  <>
    <div className="form-row">
      <Form.Item name={[index, 'name']} label="新名称" rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={[index, 'code']} label="新编码" rules={required}>
        <Input maxLength={64} />
      </Form.Item>
    </div>
    <div className="form-row">
      <Form.Item name={[index, 'parentId']} label="新的上级">
        <KindInput kind={kind} placeholder="无" />
      </Form.Item>
      {kind === 'department' && (
        <Form.Item name={[index, 'group']} label="新单位类别" rules={required}>
          <Select options={optionsOf(departmentGroups)} />
        </Form.Item>
      )}
    </div>
  </>
);
