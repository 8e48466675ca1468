import type { ListItem } from '#http-api/list-route';

export type MessageRow = ListItem<'GET /api/messages'>;
export type TemplateRow = ListItem<'GET /api/message-templates'>;
