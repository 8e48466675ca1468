import type { Labelled } from '../words/options';
import type { MoveTarget } from './move-target';

export type InputKind =
  | 'text'
  | 'long-text'
  | 'choice'
  | 'select'
  | 'checks'
  | 'yes-no'
  | 'tick'
  | 'number'
  | 'instant'
  | 'date'
  | 'lead'
  | 'department'
  | 'departments'
  | 'co-handler'
  | 'unit-below'
  | 'names'
  | 'area'
  | 'category'
  | 'ticket'
  | 'officer'
  | 'consented'
  | 'attachments'
  | 'answered-issue'
  | 'extended-until';

/** What a form holds: the body that will be sent, as far as it is filled in. */
export type Values = Record<string, unknown>;

/** One field of a form. `Name` is where it stands in the body, `citizen.phone` for what lies deeper. */
export interface FieldRow<Name extends string = string> {
  readonly name: Name;
  readonly label: string;
  readonly input: InputKind;
  readonly required?: boolean;
  readonly options?: Labelled;
  /** For `yes-no`: what yes and no mean here. */
  readonly answers?: readonly [yes: string, no: string];
  readonly lines?: number;
  readonly hint?: string;
  /** Everybody may read it: what would tell who somebody is gets pointed out. */
  readonly isPublic?: boolean;
  /** It is the answer that a reviewer will read: what they would say of it is said below. */
  readonly isReply?: boolean;
  /** For `answered-issue`: the field that takes what everybody is to answer. */
  readonly fills?: string;
  readonly when?: (values: Values, target: MoveTarget) => boolean;
}
