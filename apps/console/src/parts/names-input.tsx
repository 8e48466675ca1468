import { Select, type SelectProps } from 'antd';

/** Names that stand in no list, such as who has a copy: typed one after the other. */
export const NamesInput = (field: SelectProps) => (
  <Select {...field} mode="tags" open={false} suffix={null} tokenSeparators={[' ', ',', '，', '、']} />
);
