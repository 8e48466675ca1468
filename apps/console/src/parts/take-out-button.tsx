import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { RouteRequest } from '#http-api/routes';
import { takeOut, type FileRoute, type FormatOf } from '../api/call';
import { problemWords } from '../api/problem-words';
import { saveFile } from './save-file';

interface TakeOutButtonProps<R extends FileRoute> {
  readonly route: R;
  readonly request: RouteRequest<R>;
  readonly formats: Readonly<Record<FormatOf<R>, { readonly label: string }>>;
}

/** 导出: as one of these files. Who takes something out is recorded. */
export function TakeOutButton<R extends FileRoute>({ route, request, formats }: TakeOutButtonProps<R>) {
  const { message } = App.useApp();
  const [isBusy, setBusy] = useState(false);
  const take = async (format: FormatOf<R>): Promise<void> => {
    setBusy(true);
    try {
      const { name, file } = await takeOut(route, request, format);
      saveFile(name, file);
    } catch (reason) {
      void message.error(`导出未成功：${problemWords(reason)}`);
    } finally {
      setBusy(false);
    }
  };
  const items = (Object.keys(formats) as FormatOf<R>[]).map((key) => ({ key, label: formats[key].label }));
  const menu = { items, onClick: ({ key }: { key: string }) => void take(key as FormatOf<R>) };
  return (
    <Dropdown menu={menu} trigger={['click']} disabled={isBusy}>
      <Button size="small" type="text" icon={<DownloadOutlined />} loading={isBusy} title="导出会留下记录">
        导出
      </Button>
    </Dropdown>
  );
}
