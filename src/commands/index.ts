import { beta } from "./beta.ts";
import type { Command } from "./command.ts";
import { dataList } from "./data-list.ts";
import { regress } from "./regress.ts";

/** Every command there is, in the order they are listed. */
export const commands: readonly Command[] = [beta, regress, dataList];
