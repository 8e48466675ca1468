import type { LookKind } from '#ticket/look-kind';
import type { MoveName } from '#ticket/transition';
import { lookRow } from '../look-rows';
import type { RowsTold } from './told-row';

/** Lines that are looks too. */
const looks: { readonly [Name in MoveName]?: LookKind } = {
  reveal: 'reveal',
  hearRecording: 'recording',
  thirdPartyCopy: 'copy',
};
export const lookMoves = Object.keys(looks) as MoveName[];

/** Who looked at somebody's contact or took a copy out: rows by which looks are counted. */
export const looksTold: RowsTold = (steps) =>
  steps.flatMap(({ line: { name, seq, actor: accountId, at }, before }) => {
    const kind = looks[name as MoveName];
    return kind ? [{ seq, columns: { ...lookRow(before.id, { accountId, kind, at }), id: undefined } }] : [];
  });
