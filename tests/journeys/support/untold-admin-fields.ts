import { adminFieldsOf, unsaidAdminFields } from '#http-api/admin-fields';
import { readAdminEvents } from '#store/read-admin-events';
import type { Sql } from '#store/sql';
import type { AdminSubject } from '#ticket/admin-event';

/** Names and codes that the hotline's own people give: an English word among them is theirs. */
const own: readonly string[] = ['username', 'system', 'code', 'parent_code', 'areaCode', 'categoryCode'];

/** A code of ours rather than words. */
const looksLikeCode = /^[a-z]+([A-Z-][a-z]+)*$/;

/** What the administrators’ log would show as it is stored, of all that was recorded: fields without a label, and codes. */
export async function untoldAdminFields(sql: Sql): Promise<string[]> {
  const untold = (await readAdminEvents(sql)).flatMap(({ subject, before, after }) =>
    [before, after].flatMap((fields) =>
      Object.entries(fields ?? {}).flatMap(([name, value]) => untoldIn(subject, name, value)),
    ),
  );
  return [...new Set(untold)];
}

function untoldIn(subject: AdminSubject, name: string, value: unknown): string[] {
  if (unsaidAdminFields.includes(name)) return [];
  const place = `${subject}.${name}`;
  const field = adminFieldsOf(subject)[name];
  if (!field) return [`${place} has no label`];
  const { codes } = field;
  const said = [value].flat().filter((each) => typeof each === 'string');
  if (codes) return said.filter((each) => !(each in codes)).map((each) => `${place}: ${each}`);
  return own.includes(name) ? [] : said.filter((each) => looksLikeCode.test(each)).map((each) => `${place}: ${each}`);
}
