import type { TransitAge, TransitHolder } from '#ticket/transit';

/** Which of the tickets in transit are looked at: with whom they lie, and for how long; all of them without either. */
export interface TransitChoice {
  readonly holder?: TransitHolder;
  readonly age?: TransitAge;
}
