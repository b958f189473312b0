import { csv, type CsvCell } from "../csv.ts";
import type { CanvasAssignment } from "./canvas-file.ts";

/** One student of Canvas' own export, and whom it belongs to on the server. */
export interface GradebookStudent {
  readonly student: string;
  /** Canvas' "ID". */
  readonly canvasId: string;
  readonly sisUserId: string;
  readonly sisLoginId: string;
  readonly section: string;
  /** Null where nobody on the server is known to be this student. */
  readonly person: string | null;
}

/** Canvas' assignment of a check, by the check's id, where an instructor said which. */
export type NamedColumns = ReadonlyMap<string, CanvasAssignment>;

interface GradebookCheck {
  readonly id: string;
  readonly title: string;
  /** "Points Possible". */
  readonly points: number;
  /** Full marks for everybody. */
  readonly voided: boolean;
}

interface GradebookScore {
  readonly check: string;
  readonly person: string;
  /** Share of the points, 0 to 1. */
  readonly score: number;
  /** The student it belongs to where its person's record was deleted; else null. */
  readonly canvasId: string | null;
}

export interface Gradebook {
  readonly csv: string;
  /** People with a score whom no student of the export is matched with. */
  readonly unmatchedPeople: readonly string[];
  /** Students of the export whom nobody is matched with: their cells are empty. */
  readonly unmatchedStudents: readonly GradebookStudent[];
  /** Checks whose scores go to assignments that Canvas has, scaled to Canvas' points. */
  readonly filled: readonly FilledAssignment[];
  /** Checks that become new assignments, or whose points Canvas' file does not say: in their own points. */
  readonly unscaled: readonly string[];
}

interface FilledAssignment {
  /** The check's. */
  readonly title: string;
  /** Canvas' own heading of the assignment, with its number: "Week 1 (4711)". */
  readonly heading: string;
  readonly points: number;
  /** Null where Canvas' file does not say. */
  readonly canvasPoints: number | null;
}

/**
 * The CSV that Canvas imports: its five columns, one a check, and the row "Points Possible". An empty cell leaves
 * a grade as it is. `columns`: the headings of assignments that Canvas has already ("Week 1 (4711)"), so that a
 * check of that title goes there instead of becoming a second one; `named` says which it is by the check's id. Canvas ignores the points of an assignment that it
 * has, so the scores of such a check are scaled to Canvas' own "Points Possible".
 */
export function gradebook(
  students: readonly GradebookStudent[],
  checks: readonly GradebookCheck[],
  scores: readonly GradebookScore[],
  columns: readonly CanvasAssignment[] = [],
  named: NamedColumns = new Map(),
): Gradebook {
  const assignments = assignmentsOf(checks, columns, named);
  const matchedPeople = new Set(students.flatMap(({ person }) => (person === null ? [] : [person])));
  const [byPerson, byRow] = [bestScores(scores, ({ person }) => person), bestScores(scores, ({ canvasId }) => canvasId)];
  const cell = ({ person, canvasId }: GradebookStudent, { check: { id, voided }, points }: GradebookAssignment): number | null => {
    if (voided) return roundedPoints(points);
    const shares = [person === null ? undefined : byPerson.get(person), byRow.get(canvasId)].flatMap((best) => best?.get(id) ?? []);
    return shares.length === 0 ? null : roundedPoints(Math.max(...shares) * points);
  };
  return {
    csv: csv(
      ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", ...assignments.map(({ heading }) => heading)],
      [
        ["Points Possible", null, null, null, null, ...assignments.map(({ points }) => roundedPoints(points))],
        ...students.map((row): readonly CsvCell[] => [
          row.student,
          row.canvasId,
          row.sisUserId,
          row.sisLoginId,
          row.section,
          ...assignments.map((assignment) => cell(row, assignment)),
        ]),
      ],
    ),
    unmatchedPeople: [...new Set(scores.filter(({ canvasId }) => canvasId === null).map(({ person }) => person))].filter((person) => !matchedPeople.has(person)),
    filled: assignments.flatMap(({ check: { points }, ownHeading: title, column }) => (column === null ? [] : [{ title, heading: column.heading, points, canvasPoints: column.points }])),
    unscaled: assignments.filter(({ column }) => (column?.points ?? null) === null).map(({ ownHeading }) => ownHeading),
    unmatchedStudents: students.filter(({ person, canvasId }) => person === null && !byRow.has(canvasId)),
  };
}

/** The best score of each check, by whom or what the scores belong to. */
function bestScores(scores: readonly GradebookScore[], ownerOf: (score: GradebookScore) => string | null): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const best = new Map<string, Map<string, number>>();
  for (const score of scores) {
    const owner = ownerOf(score);
    if (owner === null) continue;
    const own = best.get(owner) ?? new Map<string, number>();
    best.set(owner, own.set(score.check, Math.max(score.score, own.get(score.check) ?? 0)));
  }
  return best;
}

interface GradebookAssignment {
  readonly check: GradebookCheck;
  readonly heading: string;
  /** The check's title, with its id where another check has the same. */
  readonly ownHeading: string;
  /** Of the column: Canvas' own where it has the assignment, else the check's. */
  readonly points: number;
  /** Canvas' own assignment; null where it has none yet. */
  readonly column: CanvasAssignment | null;
}

function assignmentsOf(checks: readonly GradebookCheck[], columns: readonly CanvasAssignment[], named: NamedColumns): readonly GradebookAssignment[] {
  const others = columns.filter((column) => ![...named.values()].includes(column));
  return headed(checks).map(({ check, ownHeading }) => {
    const [column = named.get(check.id)] = named.has(check.id) ? [] : columnsOf(ownHeading, others);
    return { check, ownHeading, heading: column?.heading ?? ownHeading, points: column?.points ?? check.points, column: column ?? null };
  });
}

/** Two checks of one title would be one assignment: the second gets its id behind it. */
export function headed<C extends Pick<GradebookCheck, "id" | "title">>(checks: readonly C[]): readonly { readonly check: C; readonly ownHeading: string }[] {
  const usedTitles = new Set<string>();
  return checks.map((check) => {
    const ownHeading = usedTitles.has(check.title) ? `${check.title} · ${check.id}` : check.title;
    usedTitles.add(check.title);
    return { check, ownHeading };
  });
}

/** Canvas' assignments of a title: those that are written alike, else those that differ by case, blanks and curly quotes alone. */
export function columnsOf(title: string, columns: readonly CanvasAssignment[]): readonly CanvasAssignment[] {
  const alike = columns.filter(({ heading }) => titleOf(heading) === title);
  return alike.length > 0 ? alike : columns.filter(({ heading }) => folded(titleOf(heading)) === folded(title));
}

const titleOf = (heading: string): string => heading.replace(/\s*\(\d+\)$/u, "");

const folded = (title: string): string => title.normalize("NFKC").replaceAll(/[‘’ʼ´`]/gu, "'").replaceAll(/[“”]/gu, '"').replaceAll(/\s+/gu, " ").trim().toLowerCase();

/** Two decimals at most, as Canvas keeps them. */
const roundedPoints = (points: number): number => Math.round(points * 100) / 100;
