/** When an office is open on a working day: sessions HH:MM–HH:MM in order, not overlapping, at least one. */
export interface OfficeHours {
  sessions: readonly { from: string; to: string }[];
}

/** The hours of a government office unless a deployment sets others. */
export const defaultOfficeHours: OfficeHours = {
  sessions: [
    { from: '09:00', to: '12:00' },
    { from: '14:00', to: '18:00' },
  ],
};
