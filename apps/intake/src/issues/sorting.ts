/** A ticket as it stands before it is sorted. */
export interface Sorted {
  readonly id: string;
  /** The issue it is of now. */
  readonly issueId: string | null;
  /** It draws no other ticket to itself and goes nowhere: taken out by a person, not counted, or of an issue that is closed. */
  readonly isApart: boolean;
}

/** Two tickets that are alike enough, near enough and close enough in time. */
export interface Kin {
  readonly one: string;
  readonly other: string;
  readonly score: number;
}

/** An issue that tickets are of. One that is tended has been in a person's hand. */
export interface Standing {
  readonly id: string;
  readonly isTended: boolean;
  readonly tickets: number;
}

/** What follows from who is kin to whom. */
export interface Sorting {
  /** By ticket: the issue it is of from now on, and by how alike a member it was found. */
  readonly placed: ReadonlyMap<string, { issueId: string; score: number }>;
  /** Issues that begin. */
  readonly begun: readonly string[];
  /** Issues that go into another, which may be one that begins. */
  readonly joined: ReadonlyMap<string, string>;
}

/**
 * Sorts tickets into issues: whoever is kin to each other, directly or through others, is of one issue, in whatever order
 * they come. But two issues that people have had in hand stay two, and whom a person has placed stays there.
 * @param newId gives each issue that begins its id
 */
export function sortTickets(
  tickets: readonly Sorted[],
  kin: readonly Kin[],
  issues: readonly Standing[],
  newId: () => string,
): Sorting {
  const groups = new Groups(tickets, issues, newId);
  const closestFirst = [...kin].sort((left, right) => right.score - left.score || orderOf(left, right));
  for (const pair of closestFirst) groups.link(pair);
  return groups.sorting();
}

const keyOf = ({ one, other }: Kin): string => [one, other].sort().join(' ');
const orderOf = (left: Kin, right: Kin): number => (keyOf(left) < keyOf(right) ? -1 : 1);

class Groups {
  private readonly placed = new Map<string, { issueId: string; score: number }>();
  private readonly begun = new Set<string>();
  private readonly joined = new Map<string, string>();
  private readonly tickets: ReadonlyMap<string, Sorted>;
  private readonly issues: Map<string, Standing>;

  constructor(
    tickets: readonly Sorted[],
    issues: readonly Standing[],
    private readonly newId: () => string,
  ) {
    this.tickets = new Map(tickets.map((ticket) => [ticket.id, ticket]));
    this.issues = new Map(issues.map((issue) => [issue.id, issue]));
  }

  /** What began and was joined at once is neither. */
  sorting(): Sorting {
    const placed = [...this.placed].map(
      ([id, { issueId, score }]) => [id, { issueId: this.standing(issueId), score }] as const,
    );
    const joined = [...this.joined].filter(([id]) => !this.begun.has(id));
    return {
      placed: new Map(placed),
      begun: [...this.begun].filter((id) => !this.joined.has(id)),
      joined: new Map(joined.map(([id]) => [id, this.standing(id)])),
    };
  }

  link({ one, other, score }: Kin): void {
    const [left, right] = [this.tickets.get(one), this.tickets.get(other)];
    if (!left || !right || left.isApart || right.isApart) return;
    const [here, there] = [this.issueOf(left), this.issueOf(right)];
    if (here && there) this.join(here, there);
    else if (here) this.place(right, here, score);
    else if (there) this.place(left, there, score);
    else this.begin(left, right, score);
  }

  private begin(left: Sorted, right: Sorted, score: number): void {
    const id = this.newId();
    this.begun.add(id);
    this.issues.set(id, { id, isTended: false, tickets: 0 });
    this.place(left, id, score);
    this.place(right, id, score);
  }

  private place(ticket: Sorted, issueId: string, score: number): void {
    this.placed.set(ticket.id, { issueId, score });
    const issue = this.issues.get(issueId);
    if (issue) this.issues.set(issueId, { ...issue, tickets: issue.tickets + 1 });
  }

  /** The smaller goes into the larger, and what nobody has had in hand into what somebody has. */
  private join(here: string, there: string): void {
    const [one, other] = [this.issues.get(here), this.issues.get(there)];
    if (!one || !other || here === there || (one.isTended && other.isTended)) return;
    const [goes, stays] = isLesser(one, other) ? [one, other] : [other, one];
    this.joined.set(goes.id, stays.id);
    this.issues.set(stays.id, { ...stays, tickets: stays.tickets + goes.tickets });
  }

  private issueOf(ticket: Sorted): string | null {
    const id = this.placed.get(ticket.id)?.issueId ?? ticket.issueId;
    return id && this.standing(id);
  }

  private standing(id: string): string {
    const into = this.joined.get(id);
    return into === undefined ? id : this.standing(into);
  }
}

function isLesser(one: Standing, other: Standing): boolean {
  if (one.isTended !== other.isTended) return other.isTended;
  return one.tickets !== other.tickets ? one.tickets < other.tickets : one.id > other.id;
}
