import type { ImportFacts } from "../import-facts.ts";
import { changeWords } from "../import-notes.ts";
import { cut } from "../message.ts";
import { count } from "../numbers.ts";
import { plain } from "../plain.ts";
import { problemWords, type Problem } from "../problem.ts";
import { reply, type Reply } from "../reply.ts";

const shownLines = 20;

/** What fetching again changed, for the staff: rows added, the largest revision, what fails since now. Null where nothing is new. */
export function dataRefreshedReply(facts: {
  readonly guild: string | null;
  readonly changes: ImportFacts["changes"];
  readonly newFailures: readonly Problem[];
  readonly recovered: readonly string[];
}): Reply | null {
  const { guild, changes, newFailures, recovered } = facts;
  const changed = changes.filter(({ added, revised }) => added + revised > 0);
  if (changed.length + newFailures.length + recovered.length === 0) return null;
  const lines = [
    ...newFailures.map((problem) => `⚠️ ${problemWords(problem).cause} It is tried again, later each time; until then the data stay as they are.`),
    ...(recovered.length === 0 ? [] : [`Came again: ${recovered.map((name) => plain(name)).join(", ")}.`]),
    ...changed.toSorted((one, other) => sizeOf(other) - sizeOf(one)).map((change) => plain(changeWords(change), 300)),
  ];
  const others = lines.length - shownLines;
  return reply({
    embed: {
      title: changed.length === 0 ? "Data could not be fetched again" : `Data fetched again: ${count(changed.length)} series changed`,
      description: cut([...lines.slice(0, shownLines), ...(others > 0 ? [`and ${count(others)} more`] : [])].join("\n"), 4096),
      color: 0x0072b2,
      footer: { text: guild === null ? "The host's data, which servers without their own use" : "This server's data" },
    },
    result: { changes, newFailures, recovered },
  });
}

/** The largest revision first: it may change answers that were given. */
const sizeOf = ({ largestRevision }: ImportFacts["changes"][number]): number => (largestRevision === null ? 0 : Math.abs(largestRevision.to - largestRevision.from));
