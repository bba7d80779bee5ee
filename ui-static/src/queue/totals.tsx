import type { JSX } from "preact";
import { status } from "../app/session";
import { compact, count, date } from "../ui/format";

/** What the graph holds, beside the headline. */
export function Totals(): JSX.Element | null {
  const now = status.value;
  if (now === null) return null;
  const figures: [string, string][] = [
    ["accounts", count(now.accounts)],
    ["exchanges", compact(now.exchanges)],
    ["as of", date(now.graphTime)],
  ];
  return (
    <dl class="totals">
      {figures.map(([name, figure]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
