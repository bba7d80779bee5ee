// Until when a token is good: days, in UTC.

/** The server's own bound. */
export const LONGEST_DAYS = 400;

/** The day so many days after now, as yyyy-mm-dd. */
export function dayAfter(now: Date, days: number): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** The beginning of a day; what is chosen as "until the 3rd" ends when the 3rd begins. */
export function startOf(day: string): string {
  return `${day}T00:00:00Z`;
}
