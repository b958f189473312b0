import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { commands } from "../../src/commands/index.ts";
import { parseCommand } from "../../src/commands/parse-command.ts";
import { problemWords } from "../../src/render/problem.ts";
import { openAsking } from "../commands/asking.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const listed = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(root, folder)).filter((name) => name.endsWith(ending)).map((name) => join(folder, name));

const pages = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "data/sample/README.md", "bench/README.md", "test/asking/sets/README.md", ...listed("docs", ".md")];
const pictures = listed("docs/pictures", ".png");

interface Page {
  readonly prose: string;
  readonly blocks: readonly { readonly language: string; readonly text: string }[];
  /** Code between single backticks. */
  readonly spans: readonly string[];
}

const fence = /^ *```(\w*)\n([\s\S]*?)^ *```$/gmu;

function pageOf(path: string): Page {
  const text = read(path);
  const blocks = [...text.matchAll(fence)].map(([, language = "", inside = ""]) => ({ language, text: inside }));
  const prose = text.replaceAll(fence, "");
  return { prose, blocks, spans: [...prose.matchAll(/`([^`\n]+)`/gu)].map(([, span = ""]) => span) };
}

interface Link {
  readonly isPicture: boolean;
  readonly words: string;
  readonly target: string;
}

const linksOf = (path: string): readonly Link[] =>
  [...pageOf(path).prose.matchAll(/(!?)\[([^\]]*)\]\(([^)\s]+)\)/gu)].map(([, mark, words = "", target = ""]) => ({ isPicture: mark === "!", words, target }));

/** A heading's anchor as GitHub makes it. */
const anchorOf = (heading: string): string =>
  heading.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, "").trim().replaceAll(/\s/gu, "-");
const anchorsOf = (path: string): readonly string[] => [...pageOf(path).prose.matchAll(/^#+ (.+)$/gmu)].map(([, heading = ""]) => anchorOf(heading));

/** Addresses of the health server and a container's folder, which look like commands. */
const noCommands = ["/healthz", "/metrics", "/data"];

/** What is to be typed to the bot: in a span, on a line of a block, or after `npm run -s ask --`. */
function typedIn(path: string): readonly string[] {
  const { spans, blocks } = pageOf(path);
  const lines = blocks.flatMap(({ text }) => text.split("\n").map((line) => line.trim()));
  const asked = lines.flatMap((line) => /^npm run -s ask -- (?:"(.*?)"(?= --|$)|(\/\S+))/u.exec(line)?.slice(1, 3).find(Boolean) ?? []);
  const plain = [...spans, ...lines].filter((text) => /^\/[a-z]/u.test(text) && !/^\/[\w.-]*\//u.test(text) && !noCommands.includes(text));
  return [...plain, ...asked];
}

describe.each(pages)("%s", (path) => {
  const { prose, blocks, spans } = pageOf(path);
  const whole = read(path);

  test("links to files and headings that are there", () => {
    const broken = linksOf(path).filter(({ target }) => {
      if (/^[a-z]+:/u.test(target)) return !target.startsWith("https://");
      const [file = "", anchor] = target.split("#");
      const other = file === "" ? path : relative(root, join(root, dirname(path), file));
      if (!existsSync(join(root, other))) return true;
      return anchor !== undefined && !anchorsOf(other).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  test("says in words what its pictures show", () => {
    for (const { isPicture, words } of linksOf(path)) if (isPicture) expect(words.length).toBeGreaterThan(30);
  });

  test("has only commands that the bot reads", () => {
    const faults = typedIn(path).flatMap((typed) => {
      const parsed = parseCommand(typed, commands);
      return parsed.ok ? [] : [`${typed}: ${problemWords(parsed.problem).cause}`];
    });
    expect(faults).toEqual([]);
  });

  test("runs only scripts of package.json", () => {
    const { scripts } = JSON.parse(read("package.json")) as { readonly scripts: Readonly<Record<string, string>> };
    const named = [...whole.matchAll(/npm run (?:-s )?([\w:-]+)/gu)].map(([, name = ""]) => name);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  test("names only settings that something reads", () => {
    const readers = [".env.example", "deploy/compose.yaml", "packages/discord-course-server/testing/chromium.ts", "test/engine/nist.ts", "test/store/postgres-server.ts", "test/end-to-end/sentences.test.ts"].map(read).join("\n");
    const named = [...whole.matchAll(/\b[A-Z]+(?:_[A-Z]+)+\b/gu)].map(([name]) => name);
    expect(named.filter((name) => !readers.includes(name))).toEqual([]);
  });

  test("names only files that are there", () => {
    const paths = spans.filter((span) => /^(?:src|test|scripts|data|docs|deploy|bench)\/[\w./-]*$/u.test(span) && !span.startsWith("data/local"));
    expect(paths.filter((named) => !existsSync(join(root, named)))).toEqual([]);
  });

  // The changelog tells of code that was.
  test("names only code files and names of code that are there", () => {
    expect(path === "CHANGELOG.md" ? [] : goneFrom(prose)).toEqual([]);
  });

  test("shows code that is in the sources, and words that are in the lessons", () => {
    for (const { language, text } of blocks) {
      const lines = text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
      if (language === "ts") expect(lines.filter((line) => !sourceLines.has(line))).toEqual([]);
      if (language === "json" && text.includes('"id"')) expect(differing(JSON.parse(text) as Entry)).toEqual([]);
    }
  });

  test("writes percent as replies do", () => {
    if (path.startsWith("test/") || path.startsWith("bench/")) return;
    expect(prose.match(/\d %/gu) ?? []).toEqual([]);
  });
});

test("every picture is shown or one of each chart, and is at most 150 KB", () => {
  const shown = new Set(pages.flatMap((path) => linksOf(path).map(({ target }) => join(dirname(path), target))));
  const charts = read("scripts/pictures.ts");
  for (const picture of pictures) {
    expect(statSync(join(root, picture)).size, picture).toBeLessThanOrEqual(150 * 1024);
    const name = /([\w-]+)\.png$/u.exec(picture)?.[1] ?? "";
    expect(shown.has(picture) || new RegExp(`^ +"?${name}"?: `, "mu").test(charts), picture).toBe(true);
  }
});

test("the page for hosts has every setting, and nothing else", () => {
  const settings = [...read(".env.example").matchAll(/^(?:# )?([A-Z_]+)=/gmu)].map(([, name = ""]) => name);
  const table = [...read("docs/hosting.md").matchAll(/^\| `([A-Z_]+)` \|/gmu)].map(([, name = ""]) => name);
  expect(table.toSorted()).toEqual(settings.toSorted());
});

test("the pages for students and instructors name every command that is listed", () => {
  const named = new Set(["docs/students.md", "docs/instructors.md"].flatMap(typedIn).flatMap((typed) => {
    const parsed = parseCommand(typed, commands);
    return parsed.ok ? [parsed.value.command] : [];
  }));
  expect(commands.filter(({ listed: isListed, name }) => isListed && !named.has(name)).map(({ name }) => name)).toEqual([]);
});

describe("what the documents say to type", () => {
  const asking = openAsking();
  afterAll(() => asking.close());

  // What belongs to a course needs its server, its checks and its roster.
  const part = (typed: string) => {
    const parsed = parseCommand(typed, commands);
    return parsed.ok ? commands.find(({ name }) => name === parsed.value.command)?.part : undefined;
  };
  const words = (typed: string): number => typed.split(" ").length;
  const all = [...new Set(pages.flatMap(typedIn))].filter((typed) => part(typed) !== "Course" && (words(typed) > 1 || typed === "/alphas"));

  test.each(all)("%s is answered", async (typed) => {
    const { problem } = await asking.ask(typed);
    expect(problem).toBeNull();
  });
});

const sourceLines = new Set(
  readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => read(join("src", name)).split("\n").map((line) => line.trim())),
);

const codeFolders = ["src", "test", "scripts", "data", "docs", "deploy", "bench", "packages"];
const treeFiles = [
  ...readdirSync(root),
  ...codeFolders.flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name))),
].filter((name) => !name.includes("node_modules"));

/** The words of our code without its comments, which may tell of what was. */
const codeWords: ReadonlySet<string> = new Set(
  treeFiles
    .filter((name) => /^(?:src|scripts|bench|packages)\/.*\.(?:ts|mjs|mts|py)$/u.test(name))
    .flatMap((name) => read(name).replaceAll(/\/\*[\s\S]*?\*\/|(?:^|\s)\/\/ .*$/gmu, "").match(/[\w$]+(?:\.json)?/gu) ?? []),
);

/** The properties of an interface, from its source. */
function propertiesOf(path: string, name: string): readonly string[] {
  const [, body = ""] = new RegExp(`interface ${name} \\{\\n([\\s\\S]*?)\\n\\}`, "u").exec(read(path)) ?? [];
  return [...body.matchAll(/^ {2}readonly (\w+)\??:/gmu)].map(([, property = ""]) => property);
}

test("the page for authors names everything that an exercise and a quantity of it may declare", () => {
  const declared = [...propertiesOf("src/exercises/exercise.ts", "ExerciseDefinition"), ...propertiesOf("src/exercises/quantities/quantity.ts", "NumberDefinition")];
  expect(declared).toEqual(expect.arrayContaining(["coincidences", "identities", "indistinguishable"]));
  const page = read("docs/authors.md");
  // A figure gives these three.
  const given = ["figure", "unit", "engine"];
  expect(declared.filter((name) => !given.includes(name) && !page.includes(`\`${name}\``) && !new RegExp(`^ +${name}:`, "mu").test(page) && !page.includes(`\`${name}: `))).toEqual([]);
});

/** A file by its name, the end of its path or its ending (".test.ts"; "…" stands for any letters), or one that the code writes. */
function isFile(named: string): boolean {
  const end = named.replace(/^(?:\.{0,2}\/)+/u, "");
  const pattern = new RegExp(`${end.startsWith(".") ? "" : "/"}${end.split("…").map((part) => part.replaceAll(".", "\\.")).join("[^/]*")}$`, "u");
  return codeWords.has(named) || treeFiles.some((name) => pattern.test(`/${name}`));
}

/** "factor_ta_" and "_daily" are parts of names. */
const isPart = (name: string): boolean => /^_|_$/u.test(name) && [...codeWords].some((word) => word.includes(name));

/** The code files, and the functions, fields and values between backticks, that a text names and nobody has. */
function goneFrom(text: string): readonly string[] {
  const files = [...text.replaceAll(/https?:\S+/gu, "").matchAll(/(?<![\w.…/*-])[\w./…-]*[\w…]\.(?:ts|mts|mjs|json|py|css|yaml)\b/gu)].map(([name]) => name);
  const spans = [...text.matchAll(/`([A-Za-z_$][\w$]*)(?:\(.*?\)|<.*?>|: [^`\n]*)?`/gu)].map(([, name = ""]) => name);
  // Settings have a test of their own.
  const names = spans.filter((name) => !/^[A-Z_]+$/u.test(name) && !codeWords.has(name) && !isPart(name));
  return [...files.filter((name) => !isFile(name)), ...names];
}

test("a name of code that is gone is found, one that is there or that the code writes is not", () => {
  const text = "mark-number.ts has `narrowTies` and `explain(field)`; diagnose.ts, `exercises/marking/slips.ts` and src/asking/find-….ts have `diagnose(fields)` and `Outcome<T, P>`.";
  expect(goneFrom(text)).toEqual(["mark-number.ts", "narrowTies"]);
  expect(goneFrom("In `marking/command.ts`, and in find-nothing-….ts.")).toEqual(["marking/command.ts", "find-nothing-….ts"]);
});

type Entry = Readonly<Record<string, unknown>>;

/** Fields of an example that are not those of the real entry; "…" stands for what was left out. */
function differing(example: Entry): readonly string[] {
  const real = [...listed("data/lessons/glossary", ".json"), ...listed("data/lessons/exercises", ".json")]
    .flatMap((path) => JSON.parse(read(path)) as Entry | readonly Entry[])
    .find(({ id }) => id === example["id"]);
  return Object.keys(example).filter((field) => {
    const [shown, kept] = [JSON.stringify(example[field]), JSON.stringify(real?.[field] ?? null)];
    return !shown.split("…").every((piece) => kept.includes(piece.replaceAll(/^[",]+|[",\]]+$/gu, "")));
  });
}
