import type { TransitionName } from '#ticket/transition';
import { deskMoves } from './desk-moves';
import { hotlineMoves } from './hotline-moves';
import { identityMoves } from './identity-moves';
import type { MoveForm } from './move-form';
import { requestMoves } from './request-moves';
import { routingMoves } from './routing-moves';
import { satisfactionMoves } from './satisfaction-moves';
import { supervisionMoves } from './supervision-moves';

/** Every transition a person can ask for here; a new one is one row in one of these tables. */
const rows = {
  ...satisfactionMoves,
  ...deskMoves,
  ...routingMoves,
  ...hotlineMoves,
  ...requestMoves,
  ...supervisionMoves,
  ...identityMoves,
} satisfies Partial<Record<TransitionName, MoveForm>>;

export const moveForms: Readonly<Partial<Record<TransitionName, MoveForm>>> = rows;
/** The one whose answer is personal and is shown apart. */
export const revealForm: MoveForm = rows.reveal;
