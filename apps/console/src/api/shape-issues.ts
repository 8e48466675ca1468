import { firstFaults, inputFault } from '#http-api/input-fault';
import { routeRow, type Route } from '#http-api/routes';

/** One field and why it is refused; the path as antd's forms name it. */
export interface FieldIssue {
  readonly name: (string | number)[];
  readonly errors: string[];
}

/** Checks a body against the operation's own shape before it is sent. */
export function shapeIssues(route: Route, body: unknown): FieldIssue[] {
  const checked = routeRow(route).body?.safeParse(body, { error: inputFault });
  if (!checked || checked.success) return [];
  return firstFaults(checked.error).map((issue) => ({
    name: issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
    errors: [issue.message],
  }));
}
