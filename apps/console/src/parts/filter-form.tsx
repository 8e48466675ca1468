import { Button, Form } from 'antd';
import { Children, useState, type ReactNode } from 'react';
import type { Values } from '../moves/field-row';
import { bodyOf } from '../moves/body-of';
import { usePhone } from './use-phone';

interface FilterFormProps<Sought> {
  readonly sought: Sought;
  seek(values: Sought): void;
  readonly isBusy: boolean;
  /** The fields that are typed: they apply on Enter, choices at once. */
  readonly typed: readonly (keyof Sought & string)[];
  /** One `Form.Item` for each; a phone shows the first two until it is asked for more. */
  readonly children: ReactNode;
}

/** On a phone, as `.search-short` says. */
const shownAtFirst = 2;

/** Narrows a list down. */
export function FilterForm<Sought extends object>({ sought, seek, isBusy, typed, children }: FilterFormProps<Sought>) {
  const [form] = Form.useForm<Values>();
  const hasMore = usePhone() && Children.count(children) > shownAtFirst;
  const [isOpen, setOpen] = useState(false);
  const apply = (): void => seek(bodyOf(form.getFieldsValue()) as Sought);
  const clear = (): void => {
    form.setFieldsValue(Object.fromEntries(Object.keys(form.getFieldsValue()).map((name) => [name, undefined])));
    apply();
  };
  return (
    <Form
      form={form}
      initialValues={sought}
      className={`search-form ${hasMore && !isOpen ? 'search-short' : ''}`}
      onFinish={apply}
      onValuesChange={(changed: Values) => typed.some((name) => name in changed) || apply()}
    >
      {children}
      <div className="search-buttons">
        <Button type="primary" htmlType="submit" loading={isBusy}>
          查询
        </Button>
        <Button onClick={clear}>清空</Button>
        {hasMore && <Button onClick={() => setOpen(!isOpen)}>{isOpen ? '收起' : '筛选'}</Button>}
      </div>
    </Form>
  );
}
