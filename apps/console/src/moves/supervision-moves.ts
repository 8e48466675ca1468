import { supervisionCauses, supervisionLevels } from '#ticket/supervision';
import { urgeWays } from '#ticket/urge-way';
import type { Values } from './field-row';
import { moveForm } from './move-form';

const { batch: _many, ...ways } = urgeWays;
const { ladder: _system, ...causes } = supervisionCauses;
const isInstructed = ({ cause }: Values): boolean => cause === 'leader-instruction';

/** 催办, 督办. */
export const supervisionMoves = {
  urge: moveForm('POST /api/tickets/:id/urge', {
    on: 'ticket',
    rank: 'main',
    note: '记录催办一次，不改变办理时限。',
    fields: [
      { name: 'by', label: '方式', input: 'choice', options: ways, required: true },
      { name: 'text', label: '催办内容', input: 'long-text', required: true, lines: 2 },
    ],
    initial: () => ({ by: 'phone' }),
  }),
  supervise: moveForm('POST /api/tickets/:id/supervise', {
    on: 'ticket',
    rank: 'main',
    done: '已起草，签发后送达',
    note: '起草督办单。签发时编文号并开始计算反馈时限；签发前承办单位看不到内容。',
    isFor: ({ lead }) => lead !== null,
    fields: [
      { name: 'level', label: '督办级别', input: 'choice', options: supervisionLevels, required: true },
      { name: 'cause', label: '督办原因', input: 'select', options: causes, required: true },
      { name: 'instruction.leader', label: '批示领导', input: 'text', required: true, when: isInstructed },
      { name: 'instruction.text', label: '批示内容', input: 'long-text', required: true, lines: 2, when: isInstructed },
      { name: 'instruction.date', label: '批示日期', input: 'date', required: true, when: isInstructed },
      { name: 'instruction.receivedFrom', label: '来文单位', input: 'text', required: true, when: isInstructed },
      { name: 'requirement', label: '督办要求', input: 'long-text', required: true },
      { name: 'dueAt', label: '反馈期限（不填按督办时限）', input: 'instant' },
      { name: 'mainTo', label: '主送（不选则送主办单位）', input: 'department' },
      { name: 'copyTo', label: '抄送', input: 'names', hint: '输入单位名称后回车' },
    ],
    initial: () => ({ level: 'written', cause: 'other' }),
  }),
};
