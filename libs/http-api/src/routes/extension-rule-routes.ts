import { versionsQuery } from '../deadline-shapes';
import { extensionRuleView, extensionTerms, newExtensionRule } from '../extension-rule-shapes';
import { listOf } from '../fields';
import type { RouteKey, RouteRow } from '../route';
import { admin, everyRole } from './permits';

const deadlines = { service: 'deadlines' } as const;

/** 延期规则: rows with versions. */
export const extensionRuleRoutes = {
  'GET /api/extension-rules': {
    ...deadlines,
    permit: everyRole,
    summary: 'How often which tickets may be given how much more time, and who approves it; or every version there is',
    query: versionsQuery,
    response: listOf(extensionRuleView),
  },
  'POST /api/extension-rules': {
    ...deadlines,
    permit: admin,
    summary: 'A rule for an extension that a class is not given yet',
    status: 201,
    body: newExtensionRule,
    response: extensionRuleView,
  },
  'PUT /api/extension-rules/:name': {
    ...deadlines,
    permit: admin,
    summary: 'Change a rule: a new version, for what is asked from now on',
    body: extensionTerms,
    response: extensionRuleView,
    ifMatch: true,
  },
  'DELETE /api/extension-rules/:name': {
    ...deadlines,
    permit: admin,
    summary: 'Give a class this extension no more',
    status: 204,
  },
} as const satisfies Record<RouteKey, RouteRow>;
