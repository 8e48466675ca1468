import {
  ApiOutlined,
  AuditOutlined,
  BarChartOutlined,
  CalendarOutlined,
  CustomerServiceOutlined,
  DiffOutlined,
  EyeOutlined,
  FieldTimeOutlined,
  FileSearchOutlined,
  FireOutlined,
  HistoryOutlined,
  HomeOutlined,
  ImportOutlined,
  NotificationOutlined,
  PhoneOutlined,
  RollbackOutlined,
  SendOutlined,
  SmileOutlined,
  SolutionOutlined,
  StopOutlined,
  TeamOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { Route } from '#http-api/routes';

/** One entry of the menu: shown to whoever may call `needs`, loaded when it is opened. */
export interface Screen {
  readonly path: string;
  readonly label: string;
  readonly Icon: ComponentType;
  readonly needs: Route;
  readonly load: () => Promise<{ Component: ComponentType }>;
}

/** In the order of a ticket's way; the first one somebody may open is where they start. */
export const screens: readonly Screen[] = [
  {
    path: 'register',
    label: '来电登记',
    Icon: PhoneOutlined,
    needs: 'POST /api/tickets',
    load: async () => ({ Component: (await import('../register/register-page')).RegisterPage }),
  },
  {
    path: 'calls',
    label: '来电队列',
    Icon: CustomerServiceOutlined,
    needs: 'GET /api/calls',
    load: async () => ({ Component: (await import('../calls/calls-page')).CallsPage }),
  },
  {
    path: 'visits',
    label: '走访记录',
    Icon: HomeOutlined,
    needs: 'GET /api/visits',
    load: async () => ({ Component: (await import('../visits/visits-page')).VisitsPage }),
  },
  {
    path: 'harassment',
    label: '骚扰限制',
    Icon: StopOutlined,
    needs: 'GET /api/harassment-marks',
    load: async () => ({ Component: (await import('../harassment/harassment-page')).HarassmentPage }),
  },
  {
    path: 'dispatch',
    label: '派单',
    Icon: SendOutlined,
    needs: 'POST /api/tickets/:id/dispatch',
    load: async () => ({ Component: (await import('../dispatch/dispatch-page')).DispatchPage }),
  },
  {
    path: 'desk',
    label: '单位办理',
    Icon: SolutionOutlined,
    needs: 'GET /api/assignments',
    load: async () => ({ Component: (await import('../desk/desk-page')).DeskPage }),
  },
  {
    path: 'reviews',
    label: '反馈审核',
    Icon: AuditOutlined,
    needs: 'POST /api/tickets/:id/approve',
    load: async () => ({ Component: (await import('../reviews/review-page')).ReviewPage }),
  },
  {
    path: 'returns',
    label: '退单审理',
    Icon: RollbackOutlined,
    needs: 'POST /api/returns/:id/reject',
    load: async () => ({ Component: (await import('../returns/returns-page')).ReturnsPage }),
  },
  {
    path: 'callbacks',
    label: '群众回访',
    Icon: SmileOutlined,
    needs: 'GET /api/callbacks',
    load: async () => ({ Component: (await import('../callbacks/callback-page')).CallbackPage }),
  },
  {
    path: 'issues',
    label: '热点诉求',
    Icon: FireOutlined,
    needs: 'GET /api/issues',
    load: async () => ({ Component: (await import('../issues/issues-page')).IssuesPage }),
  },
  {
    path: 'broadcasts',
    label: '统一口径',
    Icon: NotificationOutlined,
    needs: 'GET /api/broadcasts',
    load: async () => ({ Component: (await import('../broadcasts/broadcasts-page')).BroadcastsPage }),
  },
  {
    path: 'report',
    label: '统计报表',
    Icon: BarChartOutlined,
    needs: 'GET /api/reports/:name',
    load: async () => ({ Component: (await import('../report/report-page')).ReportPage }),
  },
  {
    path: 'tickets',
    label: '工单查询',
    Icon: FileSearchOutlined,
    needs: 'POST /api/tickets/search',
    load: async () => ({ Component: (await import('../tickets/tickets-page')).TicketsPage }),
  },
  {
    path: 'calendar',
    label: '工作日历',
    Icon: CalendarOutlined,
    needs: 'PUT /api/calendars/:year',
    load: async () => ({ Component: (await import('../calendar/calendar-page')).CalendarPage }),
  },
  {
    path: 'looks',
    label: '查看记录',
    Icon: EyeOutlined,
    needs: 'GET /api/looks',
    load: async () => ({ Component: (await import('../looks/looks-page')).LooksPage }),
  },
  {
    path: 'retention',
    label: '保管期限',
    Icon: FieldTimeOutlined,
    needs: 'GET /api/erasures',
    load: async () => ({ Component: (await import('../retention/retention-page')).RetentionPage }),
  },
  {
    path: 'dead-letters',
    label: '异常任务',
    Icon: WarningOutlined,
    needs: 'GET /api/dead-letters',
    load: async () => ({ Component: (await import('../dead-letters/dead-letters-page')).DeadLettersPage }),
  },
  {
    path: 'users',
    label: '用户管理',
    Icon: TeamOutlined,
    needs: 'GET /api/users',
    load: async () => ({ Component: (await import('../users/users-page')).UsersPage }),
  },
  {
    path: 'imports',
    label: '数据导入',
    Icon: ImportOutlined,
    needs: 'POST /api/imports',
    load: async () => ({ Component: (await import('../imports/imports-page')).ImportsPage }),
  },
  {
    path: 'reconciling',
    label: '对账',
    Icon: DiffOutlined,
    needs: 'GET /api/reconciliations',
    load: async () => ({ Component: (await import('../reconciling/reconciling-page')).ReconcilingPage }),
  },
  {
    path: 'channel-clients',
    label: '接入管理',
    Icon: ApiOutlined,
    needs: 'GET /api/channel-clients',
    load: async () => ({ Component: (await import('../channel-clients/channel-clients-page')).ChannelClientsPage }),
  },
  {
    path: 'admin-events',
    label: '操作日志',
    Icon: HistoryOutlined,
    needs: 'GET /api/admin-events',
    load: async () => ({ Component: (await import('../admin-events/admin-events-page')).AdminEventsPage }),
  },
];
