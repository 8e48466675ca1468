import { routeRow, type Route } from '#http-api/routes';
import { issueWords } from '../words/field-words';

/** One field and why it is refused; the path as antd's forms name it. */
export interface FieldIssue {
  readonly name: (string | number)[];
  readonly errors: string[];
}

/** Checks a body against the operation's own shape before it is sent. */
export function shapeIssues(route: Route, body: unknown): FieldIssue[] {
  const checked = routeRow(route).body?.safeParse(body, { reportInput: true });
  if (!checked || checked.success) return [];
  return checked.error.issues.map((issue) => ({
    name: issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
    errors: [issueWords(issue)],
  }));
}
