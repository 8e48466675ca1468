import { Form, Select } from 'antd';
import type { RouteRequest } from '#http-api/routes';
import { limitStandings } from '#http-api/time-limit-shapes';
import { AreaInput } from '../directory/area-input';
import { CategoryInput } from '../directory/category-input';
import { DepartmentInput } from '../directory/department-input';
import { FilterForm } from '../parts/filter-form';
import { optionsOf } from '../words/options';

/** Which rows are looked for. */
export type CatalogueFilter = Omit<NonNullable<RouteRequest<'GET /api/dispatch-rules'>['query']>, 'limit' | 'cursor'>;

interface CatalogueFiltersProps {
  readonly sought: CatalogueFilter;
  seek(filter: CatalogueFilter): void;
  readonly isBusy: boolean;
}

const kinds = [
  { value: 'false', label: '派单规则' },
  { value: 'true', label: '兜底承办单位' },
];

/** Narrows the catalogue down. */
export const CatalogueFilters = (props: CatalogueFiltersProps) => (
  <FilterForm {...props} typed={[]}>
    <Form.Item name="categoryCode">
      <CategoryInput placeholder="事项分类" />
    </Form.Item>
    <Form.Item name="areaCode">
      <AreaInput placeholder="区域" />
    </Form.Item>
    <Form.Item name="departmentId">
      <DepartmentInput placeholder="主办或协办单位" />
    </Form.Item>
    <Form.Item name="state">
      <Select allowClear placeholder="全部版本" aria-label="状态" options={optionsOf(limitStandings)} />
    </Form.Item>
    <Form.Item name="fallBack">
      <Select allowClear placeholder="规则和兜底" aria-label="种类" options={kinds} />
    </Form.Item>
  </FilterForm>
);
