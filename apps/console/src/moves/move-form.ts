import type { Route, RouteAnswer, RouteInput, RouteRequest } from '#http-api/routes';
import type { FieldRow, Values } from './field-row';
import type { AssignmentView, MoveTarget, TicketView } from './move-target';

type WritingRoute = Exclude<Route, `GET ${string}`>;

/** Operations on one thing, named by `:id`, that answer what became of it. */
export type MoveRoute = {
  [R in WritingRoute]: RouteInput<R>['params'] extends { id: string }
    ? RouteAnswer<R> extends object
      ? R
      : never
    : never;
}[WritingRoute];

/** How a transition is asked for: through which operation, on what, with which fields. */
export interface MoveForm {
  readonly route: MoveRoute;
  /** Whose id the operation takes; a department's moves take its own part of the ticket. */
  readonly on: 'ticket' | 'lead' | 'co-handler' | 'part' | 'return' | 'request';
  /** `main` stands in the open, `more` in a menu, `apart` where its own page puts it. */
  readonly rank: 'main' | 'more' | 'apart';
  readonly fields: readonly FieldRow[];
  /** Its guard asks nothing that the form has yet to say, so it is asked before the button is shown. */
  readonly isGuarded?: boolean;
  /** Tickets it has nothing to do with do not show it. */
  readonly isFor?: (ticket: TicketView) => boolean;
  /** For `part`: which of the own open parts it is done to. */
  readonly isForPart?: (part: AssignmentView) => boolean;
  /** It is done to a part that has been answered. */
  readonly ofAnswered?: boolean;
  /** Only a department that has units below it. */
  readonly needsUnits?: boolean;
  /** A refused one is shown with the reason instead of being left out. */
  readonly explainsRefusal?: boolean;
  /** A protected citizen is spoken to by the hotline instead of the department. */
  readonly isHotlinesIfProtected?: boolean;
  readonly isDangerous?: boolean;
  /** What is said once it is done, where 已提交 would say too little. */
  readonly done?: string;
  readonly note?: string | ((target: MoveTarget) => string);
  /** What is sent beside the form's values. */
  readonly fixed?: Values | ((target: MoveTarget) => Values);
  readonly initial?: (target: MoveTarget) => Values;
}

type Body<R extends Route> = NonNullable<RouteRequest<R>['body']>;

/** The names a body's fields have, one level deep. */
type FieldName<Of> = {
  [Key in keyof Of & string]: Key | Deeper<Key, NonNullable<Of[Key]>>;
}[keyof Of & string];
type Deeper<Key extends string, Of> = Of extends readonly unknown[]
  ? never
  : Of extends object
    ? `${Key}.${keyof Of & string}`
    : never;

type MoveFormOf<R extends MoveRoute> = Omit<MoveForm, 'route' | 'fields' | 'fixed'> & {
  readonly fields: readonly FieldRow<FieldName<Body<R>>>[];
  readonly fixed?: Partial<Body<R>> | ((target: MoveTarget) => Partial<Body<R>>);
};

/** A row whose fields are checked against the operation's own body. */
export const moveForm = <R extends MoveRoute>(route: R, row: MoveFormOf<R>): MoveForm => ({
  ...row,
  route,
  fixed: row.fixed,
});
