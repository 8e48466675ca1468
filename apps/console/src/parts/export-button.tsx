import { fileFormats } from '#http-api/file-format';
import type { Question } from '../api/use-pages';
import { TakeOutButton } from './take-out-button';

/** 导出: the whole list as it is asked for, not only what is loaded. */
export const ExportButton = ({ question: { route, request } }: { question: Question }) => (
  <TakeOutButton route={route} request={request} formats={fileFormats} />
);
