import { Injectable } from '@nestjs/common';
import { roleNames, roles } from '#ticket/role';
import type { RouteAnswer } from '#http-api/routes';
import { inputFault, missing } from '#http-api/input-fault';
import { userInput } from '#http-api/user-shapes';
import { usernameForm } from '#http-api/username';
import { Database } from '#store/database';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { oneNamed } from '#platform/one-named';
import { Refusal } from '#platform/problems';
import { emptySheet, readSheet, rolesOf, type SheetRow } from './user-sheet';
import { UserStore, type NewUser } from './user-store';

type Outcome = RouteAnswer<'POST /api/users/import'>;

/** What makes two rows the same person, besides the username. */
type Person = Pick<NewUser, 'name' | 'roles' | 'departmentId'>;

/** What has been taken so far, and who is known by which username. */
interface Taking {
  readonly caller: Caller;
  readonly known: Map<string, Person>;
  readonly outcome: Outcome;
}

/** People by the sheet: each row is taken or refused by itself, and one that is known already is left as it is. */
@Injectable()
export class UserImport {
  constructor(
    private readonly users: UserStore,
    private readonly directory: Directory,
    private readonly database: Database,
  ) {}

  template(): Promise<Uint8Array> {
    const inForce = [...this.directory.departments.values()].filter(({ id }) => this.directory.departmentInForce(id));
    return emptySheet(inForce.map(({ name }) => name));
  }

  /** @throws Refusal for a file that is no such sheet, with nobody added */
  async take(file: Uint8Array, caller: Caller): Promise<Outcome> {
    const rows = await readSheet(file);
    const known = await this.known(rows.map(({ username }) => usernameForm(username)));
    const outcome: Outcome = { created: [], unchanged: 0, refused: [] };
    for (const row of rows) await this.takeRow(row, { caller, known, outcome });
    return outcome;
  }

  private async takeRow({ line, ...row }: SheetRow, taking: Taking): Promise<void> {
    const { caller, known, outcome } = taking;
    try {
      const user = this.userOf({ line, ...row });
      const holder = known.get(user.username);
      if (holder) {
        this.refuseAnother(user, holder);
        outcome.unchanged += 1;
        return;
      }
      const { password } = await this.users.add(user, caller);
      known.set(user.username, user);
      outcome.created.push({ line, username: user.username, name: user.name, password });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcome.refused.push({ line, reason: error.detail });
    }
  }

  /** A name that is taken is taken by the same person or not: a sheet changes nobody. @throws Refusal that says what differs */
  private refuseAnother(user: NewUser, holder: Person): void {
    const told = (person: Person): Record<string, string> => ({
      姓名: person.name,
      岗位: roleNames
        .filter((role) => person.roles.includes(role))
        .map((role) => roles[role].label)
        .join('、'),
      所属单位: person.departmentId ? this.directory.departmentName(person.departmentId) : '无',
    });
    const [wanted, held] = [told(user), told(holder)];
    const differing = Object.keys(held).filter((field) => held[field] !== wanted[field]);
    if (differing.length === 0) return;
    const words = differing.map((field) => `${field}为“${held[field] ?? ''}”`).join('，');
    throw new Refusal('conflict', `用户名“${user.username}”已被使用：原有用户${words}，与本行不同`);
  }

  private userOf(row: SheetRow): NewUser {
    const { username, name, department } = row;
    const { held, unknown } = rolesOf(row.roles);
    if (unknown.length > 0) throw new Refusal('invalid', `没有这个岗位：${unknown.join('、')}`);
    const departmentId = department ? this.departmentNamed(department) : null;
    const read = userInput.safeParse({ username, name, roles: held, departmentId }, { error: inputFault });
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    const field = fieldWords[String(issue?.path[0])] ?? '';
    const fault = issue?.message ?? '有误';
    throw new Refusal('invalid', fault === missing ? `${missing}${field}` : `${field}${fault}`);
  }

  /** By name or by code. */
  private departmentNamed(text: string): string {
    const found = oneNamed(this.directory.departments.values(), text);
    if (found === 'none') throw new Refusal('invalid', `没有这个单位：${text}`);
    if (found === 'several') throw new Refusal('invalid', `有几个单位叫“${text}”，请填单位编码`);
    return found.id;
  }

  private async known(usernames: readonly string[]): Promise<Map<string, Person>> {
    const rows = await this.database.sql.query<Person & { [column: string]: unknown; username: string }>(
      `SELECT username, name, roles, department_id AS "departmentId" FROM ticket.account WHERE username = ANY($1)`,
      [usernames],
    );
    return new Map(rows.map((row) => [row.username, row]));
  }
}

const fieldWords: Readonly<Record<string, string>> = { username: '用户名', name: '姓名', roles: '岗位' };
