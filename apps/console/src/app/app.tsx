import { QueryClientProvider } from '@tanstack/react-query';
import { App as Notices, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useMemo } from 'react';
import { RouterProvider } from 'react-router-dom';
import { usePhone } from '../parts/use-phone';
import { makeQueryClient } from './query-client';
import { makeRouter } from './router';
import { themeFor } from './theme';

const client = makeQueryClient();
const router = makeRouter();

/** Everything the pages stand on: Chinese, the theme, answers and addresses. */
export function App() {
  const isPhone = usePhone();
  const theme = useMemo(() => themeFor(isPhone), [isPhone]);
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <Notices message={{ duration: 3 }}>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Notices>
    </ConfigProvider>
  );
}
