import { parentPort, workerData } from "node:worker_threads";
import type { FileProblem } from "../datasets/problem.ts";
import type { Outcome } from "../outcome.ts";
import { dataTasksHere, type DataAnswer, type DataTask } from "./data-tasks.ts";

/** Reads, checks and stores data files apart from the thread that answers: one task, and it ends. */

const done = await outcomeOf(workerData as DataTask);
const answer: DataAnswer<unknown> = done.ok ? { ok: true, value: done.value } : { ok: false, problem: done.problem };
parentPort?.postMessage(answer);

function outcomeOf(task: DataTask): Promise<Outcome<unknown, FileProblem>> {
  switch (task.name) {
    case "prepare":
      return dataTasksHere.prepare(task.file, task.options);
    case "keep":
      return dataTasksHere.keep(task.folders, task.id);
    case "read":
      return dataTasksHere.read(task.folders);
  }
}
