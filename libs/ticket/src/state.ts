/** The states of a ticket (工单), domain.md §2. Flags such as overdue, nudged or supervised are never states. */
export const states = {
  incomplete: { label: '待补充', open: true, holder: 'agent' },
  registered: { label: '待派单', open: true, holder: 'dispatcher' },
  dispatched: { label: '待签收', open: true, holder: 'lead' },
  handling: { label: '办理中', open: true, holder: 'lead' },
  returning: { label: '退单待审', open: true, holder: 'dispatcher' },
  held: { label: '已挂账', open: true, holder: 'lead' },
  replied: { label: '待审核', open: true, holder: 'reviewer' },
  upstream: { label: '待上级审核', open: true, holder: 'upstream' },
  'returning-up': { label: '退回上级待审', open: true, holder: 'upstream' },
  callback: { label: '待回访', open: true, holder: 'callback' },
  closed: { label: '已办结', open: false, holder: null },
  merged: { label: '已并单', open: false, holder: null },
  withdrawn: { label: '已撤单', open: false, holder: null },
  void: { label: '已作废', open: false, holder: null },
  'returned-up': { label: '已退回上级', open: false, holder: null },
} as const satisfies Record<string, StateRow>;

/** `holder` says who has the ticket in hand in this state (当前责任人); `lead` is the lead's department. */
interface StateRow {
  label: string;
  open: boolean;
  holder: Holder | null;
}

export type Holder = 'agent' | 'dispatcher' | 'supervisor' | 'lead' | 'reviewer' | 'upstream' | 'callback';
export type State = keyof typeof states;

export const stateNames = Object.keys(states) as State[];
export const openStates = stateNames.filter((state) => states[state].open);
export const endStates = stateNames.filter((state) => !states[state].open);

export const isOpen = (state: State): boolean => states[state].open;
