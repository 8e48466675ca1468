interface Sessions {
  /** HH:MM–HH:MM in order, not overlapping, at least one. */
  sessions: readonly { from: string; to: string }[];
}

/** Other hours from one date of each year to another (MM-DD, both included), such as a longer lunch break in summer. */
export interface Season extends Sessions {
  from: string;
  to: string;
}

/** When an office is open on a working day. */
export interface OfficeHours extends Sessions {
  /** None share a day; on all other days the sessions above count. */
  seasons?: readonly Season[];
}

/** The hours of a government office unless a deployment sets others. */
export const defaultOfficeHours: OfficeHours = {
  sessions: [
    { from: '09:00', to: '12:00' },
    { from: '14:00', to: '18:00' },
  ],
};
