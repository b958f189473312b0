import * as v from "valibot";
import { FaultyTexts, readWritten } from "../written-text.ts";
import { foldName } from "./fold-name.ts";
import type { Lesson } from "./lesson.ts";
import { lessonSchema } from "./lesson-schema.ts";

/** All entries of the glossary, in the order of their files. */
export interface Lessons {
  readonly all: readonly Lesson[];
  /** The entry with that id, name or other name, however it is spelled (see `foldName`); null for none. */
  find(topic: string): Lesson | null;
}

/** One file of data/lessons/glossary, its JSON parsed. */
export interface LessonFile {
  readonly file: string;
  readonly content: unknown;
}

/** What entries may point at outside the glossary. */
interface LessonLinks {
  /** Command names as they are typed after the slash: "beta", "data list". */
  readonly commands: readonly string[];
  readonly exercises: readonly string[];
  /** Other files' fields that name an entry. */
  readonly lessonsNamed: readonly { readonly field: string; readonly lesson: string }[];
}

const entryList = v.array(v.unknown(), "is not a list of entries");

/** What its author calls an entry that is at fault. */
function nameOf(entry: unknown): string | null {
  const named = v.safeParse(v.looseObject({ id: v.string() }), entry);
  return named.success ? named.output.id : null;
}

interface LocatedLesson {
  readonly file: string;
  readonly lesson: Lesson;
}

/**
 * The glossary, checked as a whole: every text within its limits, every link leads somewhere, no entry is
 * its own prerequisite by any path, and no name means two entries.
 *
 * Throws one `FaultyTexts` with every fault by its file, entry and field: the program does not start.
 */
export function readLessons(files: readonly LessonFile[], links: LessonLinks): Lessons {
  const faults: string[] = [];
  const located: LocatedLesson[] = [];
  for (const { file, content } of files) {
    const { value: entries, faults: faultsOfFile } = readWritten(entryList, content);
    faults.push(...faultsOfFile.map(({ fault }) => `${file}: ${fault}`));
    for (const [index, entry] of (entries ?? []).entries()) {
      const { value: lesson, faults: faultsOfEntry } = readWritten(lessonSchema, entry);
      faults.push(...faultsOfEntry.map(({ field, fault }) => `${file}: ${nameOf(entry) ?? `entry ${index + 1}`}: ${field}: ${fault}`));
      if (lesson !== null) located.push({ file, lesson });
    }
  }

  const byId = new Map(located.map(({ lesson }) => [lesson.id, lesson]));
  const byName = new Map<string, Lesson>();
  for (const { file, lesson } of located) {
    const location = `${file}: ${lesson.id}`;
    faults.push(...claimNames(lesson, byName).map((fault) => `${location}: ${fault}`));
    faults.push(...brokenLinks(lesson, byId, links).map((fault) => `${location}: ${fault}`));
  }
  faults.push(...links.lessonsNamed.filter(({ lesson }) => !byId.has(lesson)).map(({ field, lesson }) => `${field}: there is no entry "${lesson}"`));
  const cycle = findCycle(byId);
  if (cycle !== null) faults.push(`prerequisites: run in a circle: ${cycle.join(" → ")}`);

  if (faults.length > 0) throw new FaultyTexts("lessons", faults);
  return {
    all: located.map(({ lesson }) => lesson),
    find: (topic) => byName.get(foldName(topic)) ?? null,
  };
}

/** Enters the lesson under its id, name and other names; reports those that another lesson holds. */
function claimNames(lesson: Lesson, byName: Map<string, Lesson>): readonly string[] {
  const faults: string[] = [];
  const claim = (field: string, name: string): void => {
    const folded = foldName(name);
    const holder = byName.get(folded);
    if (folded === "") faults.push(`${field}: "${name}" has no letter or digit`);
    else if (holder === undefined) byName.set(folded, lesson);
    else if (holder !== lesson) faults.push(`${field}: "${name}" already means ${holder.id}`);
  };
  claim("id", lesson.id);
  claim("name", lesson.name);
  for (const name of lesson.otherNames) claim("otherNames", name);
  return faults;
}

function brokenLinks(lesson: Lesson, byId: ReadonlyMap<string, Lesson>, links: LessonLinks): readonly string[] {
  const faults = lesson.prerequisites
    .filter((id) => !byId.has(id))
    .map((id) => `prerequisites: there is no entry "${id}"`);
  for (const command of lesson.commands) {
    const named = links.commands.some((name) => command === `/${name}` || command.startsWith(`/${name} `));
    if (!named) faults.push(`commands: "${command}" is no command`);
    const topic = /^\/explain (\S+)$/.exec(command)?.[1];
    if (topic !== undefined && !byId.has(topic)) faults.push(`commands: there is no entry "${topic}"`);
  }
  if (lesson.exercise !== null && !links.exercises.includes(lesson.exercise)) {
    faults.push(`exercise: there is no exercise "${lesson.exercise}"`);
  }
  return faults;
}

/** Ids along one circle of prerequisites, its first id repeated at the end; null where there is none. */
function findCycle(byId: ReadonlyMap<string, Lesson>): readonly string[] | null {
  const done = new Set<string>();
  const walk = (id: string, path: readonly string[]): readonly string[] | null => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
    if (done.has(id)) return null;
    for (const next of byId.get(id)?.prerequisites ?? []) {
      const cycle = walk(next, [...path, id]);
      if (cycle !== null) return cycle;
    }
    done.add(id);
    return null;
  };
  for (const id of byId.keys()) {
    const circle = walk(id, []);
    if (circle !== null) return circle;
  }
  return null;
}
