import { createBrowserRouter, type RouteObject } from 'react-router-dom';
import { SignedIn } from '../identity/signed-in';
import { BrokenPage } from './broken-page';
import { Home } from './home';
import { MissingPage } from './missing-page';
import { OwnScreen } from './own-screen';
import { screens } from './screens';
import { Opening } from './opening';
import { Shell } from './shell';

const screenRoutes: RouteObject[] = screens.map((screen) => ({
  path: screen.path,
  element: <OwnScreen screen={screen} />,
  children: [{ index: true, lazy: screen.load }],
}));

/** Every page lies below this address; the server answers it, and nothing else, with the console. */
const base = '/app';

export function makeRouter() {
  if (!window.location.pathname.startsWith(base)) window.history.replaceState(null, '', base);
  return createBrowserRouter(pages, { basename: base });
}

const pages: RouteObject[] = [
  {
    path: '/login',
    lazy: async () => ({ Component: (await import('../login/login-page')).LoginPage }),
    errorElement: <BrokenPage />,
    HydrateFallback: Opening,
  },
  {
    path: '/',
    element: <SignedIn />,
    errorElement: <BrokenPage />,
    HydrateFallback: Opening,
    children: [
      {
        element: <Shell />,
        children: [
          { index: true, element: <Home /> },
          ...screenRoutes,
          {
            path: 'issues/:id',
            lazy: async () => ({ Component: (await import('../issues/issue-page')).IssuePage }),
          },
          {
            path: 'tickets/:id',
            lazy: async () => ({ Component: (await import('../ticket/ticket-page')).TicketPage }),
          },
          {
            path: 'tickets/:id/third-party-copy',
            lazy: async () => ({
              Component: (await import('../third-party-copy/third-party-copy-page')).ThirdPartyCopyPage,
            }),
          },
          {
            path: 'tickets/:id/third-party-copies/:copyId',
            lazy: async () => ({ Component: (await import('../third-party-copy/issued-copy-page')).IssuedCopyPage }),
          },
          {
            path: 'handovers/:id',
            lazy: async () => ({ Component: (await import('../handovers/handover-page')).HandoverPage }),
          },
          {
            path: 'bulletins/:id',
            lazy: async () => ({ Component: (await import('../bulletins/bulletin-page')).BulletinPage }),
          },
          {
            path: 'incidents/:id',
            lazy: async () => ({ Component: (await import('../incidents/incident-page')).IncidentPage }),
          },
          {
            path: 'incidents/reports/:id',
            lazy: async () => ({ Component: (await import('../incidents/report-page')).ReportPage }),
          },
          {
            path: 'supervisions/:id',
            lazy: async () => ({ Component: (await import('../supervisions/supervision-page')).SupervisionPage }),
          },
          { path: '*', element: <MissingPage /> },
        ],
      },
    ],
  },
];
