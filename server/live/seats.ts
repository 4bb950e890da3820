import { AppError } from '../../plan/errors.ts';

/** How many may be taken at the same time. */
export interface SeatLimits {
  readonly perPerson: number;
  readonly inAll: number;
}

/** Counts what is open, so that neither one person nor all together can fill the server. */
export interface Seats {
  /** Answers what gives it back; to give it back twice does nothing. @throws AppError `UNAVAILABLE` when none is free */
  take(person: string): () => void;
}

export function createSeats({ perPerson, inAll }: SeatLimits): Seats {
  const taken = new Map<string, number>();
  let total = 0;
  return {
    take(person) {
      const theirs = taken.get(person) ?? 0;
      if (theirs >= perPerson) {
        throw noneFree('You have the plan open in many places. This one is brought up to date less often.');
      }
      if (total >= inAll) {
        throw noneFree('Many people have the plan open just now. It is brought up to date less often.');
      }
      taken.set(person, theirs + 1);
      total += 1;
      let isTaken = true;
      return () => {
        if (!isTaken) return;
        isTaken = false;
        total -= 1;
        const left = (taken.get(person) ?? 1) - 1;
        if (left === 0) taken.delete(person);
        else taken.set(person, left);
      };
    },
  };
}

function noneFree(userMessage: string): AppError {
  return new AppError({ code: 'UNAVAILABLE', message: 'no more live pages are taken', userMessage });
}
