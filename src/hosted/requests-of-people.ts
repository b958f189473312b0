/** How often each person's questions were sent on the current day: in memory alone, so a restart begins again. */
interface RequestsOfPeople {
  /** Counts one more; false, and nothing is counted, where it would be beyond the limit. */
  take(person: string, day: string, limit: number): boolean;
}

/** Beyond so many people in one day the newcomers are not served: a count that is dropped would be no limit. */
const mostPeople = 20_000;

export function requestsOfPeople(): RequestsOfPeople {
  let current = "";
  let counts = new Map<string, number>();
  return {
    take(person, day, limit) {
      // A clock that is set back begins no new day.
      if (day > current) {
        current = day;
        counts = new Map();
      }
      const count = counts.get(person) ?? 0;
      if (count >= limit || (count === 0 && counts.size >= mostPeople)) return false;
      counts.set(person, count + 1);
      return true;
    },
  };
}
