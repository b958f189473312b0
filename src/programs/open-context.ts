import type { Problem } from "../render/problem.ts";
import { join } from "node:path";
import { calculationsHere, type Calculations } from "../commands/calculations/calculations.ts";
import type { ServerData } from "../commands/data-service.ts";
import { commands } from "../commands/index.ts";
import { inServer } from "../commands/in-server.ts";
import { noSideEffects } from "../commands/side-effects.ts";
import { recent } from "../commands/recent.ts";
import { parseCommand } from "../commands/parse-command.ts";
import type { AppContext } from "../commands/app-context.ts";
import type { Config } from "../config.ts";
import { dataOf, dataService } from "./data-service.ts";
import { dataTasksHere, type DataTasks } from "./data-tasks.ts";
import { readJsonFile, readJsonFolder } from "./read-json.ts";
import { datasetsOfFiles, readImportedFiles, readSampleFolder, type SampleFolder } from "../datasets/load-datasets.ts";
import { lessonsNamed } from "../exercises/diagnosis-words.ts";
import { readExercises } from "../exercises/exercises.ts";
import { readAskingTexts, type AskingTexts } from "../asking/asking-texts.ts";
import { readCompanies } from "../datasets/companies.ts";
import { readLessons } from "../glossary/lessons.ts";
import { readPrintedFigures } from "../glossary/printed-figures.ts";
import { keyedHash } from "./keyed-hash.ts";
import type { ModelResult } from "../hosted/hosted-model.ts";
import { openHostedModel } from "./open-hosted-model.ts";
import { attempt, failure, type Outcome } from "../outcome.ts";
import { openStore } from "../store/open-store.ts";
import { FaultyTexts } from "../written-text.ts";

export interface OpenContext extends AppContext {
  /** Closes the store if it was opened. */
  close(): Promise<void>;
}

/** The context of all commands, opened once: the series and the teaching texts, validated completely. */
export function openContext(config: ContextConfig, parts: ContextParts = {}): Outcome<OpenContext, Problem> {
  try {
    return openOrThrow(config, parts);
  } catch (error) {
    if (error instanceof FaultyTexts) return failure({ kind: "faulty-texts", faults: error.faults });
    throw error;
  }
}

type ContextConfig = Pick<Config, "folders" | "store" | "providers" | "retentionDays" | "sharesImportedData" | "refreshesData" | "screen" | "hostedModel">;

interface ContextParts {
  /** Series that were read already; left out: they are read from the folders. */
  readonly sample?: SampleFolder;
  readonly host?: ServerData;
  readonly calculate?: Calculations;
  readonly dataTasks?: DataTasks;
  readonly onModelResult?: (result: ModelResult) => void;
}

function openOrThrow(
  { folders, store, providers, retentionDays, sharesImportedData, refreshesData, screen, hostedModel }: ContextConfig,
  { calculate = calculationsHere, dataTasks = dataTasksHere, onModelResult, ...read }: ContextParts,
): Outcome<OpenContext, Problem> {
  return attempt(function* () {
    const sample = read.sample ?? (yield* readSampleFolder(folders.sample));
    const localFolder = folders.local;
    const host = read.host ?? dataOf(datasetsOfFiles(yield* readImportedFiles({ localFolder }), sample, { localFolder }));
    const exercises = readExercises(readJsonFolder(join(folders.lessons, "exercises")));
    let askingTexts: AskingTexts | undefined;
    let storeOpening: ReturnType<AppContext["store"]> | undefined;
    const commandNames = commands.map(({ name }) => name);
    const lessons = readLessons(readJsonFolder(join(folders.lessons, "glossary")), {
      commands: commandNames,
      exercises: exercises.all.map(({ id }) => id),
      lessonsNamed: lessonsNamed(exercises.diagnoses),
    });
    const context: OpenContext = {
      store: () => (storeOpening ??= openStore(store)),
      async close() {
        const store = await storeOpening;
        if (store?.ok) await store.value.close();
      },
      ...host,
      data: dataService({ folders, providers }, sample, dataTasks),
      sharesImportedData,
      refreshesData,
      exercises,
      lastCalls: recent({ minutes: 10, most: 5_000 }),
      unreadableForms: recent({ minutes: 10, most: 1_000 }),
      retentionDays,
      hostedModel: hostedModel === null ? null : openHostedModel(hostedModel, () => context.store(), onModelResult),
      screenUrl: screen?.url ?? null,
      now: Date.now,
      keyedHash,
      calculate,
      sideEffects: noSideEffects,
      commandList: commands.filter(({ listed }) => listed),
      parse: (typed) => parseCommand(typed, commands),
      async run(call, from) {
        const command = commands.find(({ name }) => name === call.command);
        return command
          ? command.answer(call.options, { ...(await inServer(context, from.place.guildId)), ...from })
          : failure({ kind: "unknown-command", asked: call.command, nearest: [] });
      },
      lessons,
      askingTexts: () => (askingTexts ??= readAskingTexts((name) => readJsonFile(join(folders.lessons, name)), { commands: commandNames, topics: lessons.all.map(({ id }) => id) })),
      companies: readCompanies(...["companies.json", "companies-without-returns.json"].map((name) => readJsonFile(join(folders.lessons, name)))),
      printedFigures: readPrintedFigures(readJsonFile(join(folders.lessons, "printed-figures.json"))),
    };
    return context;
  });
}
