/** When an office is open on a working day: sessions HH:MM–HH:MM in order, not overlapping, at least one. */
export interface OfficeHours {
  sessions: readonly { from: string; to: string }[];
  /** Grows with every change; none for hours that nobody has set. */
  version?: number;
}

/** A calendar year by which something was computed, and the version of the office hours, where somebody has set them. */
export interface CalendarVersion {
  year: number;
  version: number;
  hours?: number;
}

/** The hours of a government office unless a deployment sets others. */
export const defaultOfficeHours: OfficeHours = {
  sessions: [
    { from: '09:00', to: '12:00' },
    { from: '14:00', to: '18:00' },
  ],
};
