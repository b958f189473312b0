import { ConfigError } from "./config-error.ts";
import { addressOf } from "./setting-values.ts";

/** A language model behind an HTTP address, which may help to read a question. */
export interface HostedModelSettings {
  /** The base address of an interface like OpenAI's, ending in "/". */
  readonly url: string;
  /** The model's name there. */
  readonly model: string;
  /** Sent as a bearer token; "" where the service takes none. */
  readonly key: string;
  /** Questions that it is asked in one day (UTC) at most: of all people together, and of one person. */
  readonly perDay: number;
  readonly perPerson: number;
}

/** Null unless its address and its name are set: nothing is sent by itself. Throws ConfigError. */
export function hostedModelOf(setting: (name: string) => string): HostedModelSettings | null {
  const url = addressOf("HOSTED_MODEL_URL", setting("HOSTED_MODEL_URL"), "");
  const [model, key] = [setting("HOSTED_MODEL"), setting("HOSTED_MODEL_KEY")];
  const perDay = limitOf("HOSTED_MODEL_PER_DAY", setting("HOSTED_MODEL_PER_DAY"), 500);
  const perPerson = limitOf("HOSTED_MODEL_PER_PERSON", setting("HOSTED_MODEL_PER_PERSON"), 20);
  if (url === "" && model === "" && key === "") return null;
  if (url === "" || !URL.canParse(url) || /[?#]/u.test(url) || new URL(url).username !== "") {
    throw new ConfigError("HOSTED_MODEL_URL", "an http or https address without a password, ? and #, where HOSTED_MODEL or its key is set", setting("HOSTED_MODEL_URL"));
  }
  if (!/^[\x21-\x7E]{1,200}$/u.test(model)) throw new ConfigError("HOSTED_MODEL", "the model's name, where HOSTED_MODEL_URL is set", model);
  if (!/^[\x21-\x7E]*$/u.test(key)) throw new ConfigError("HOSTED_MODEL_KEY", "the key alone, without blanks or other characters between", `of ${String(key.length)} characters`);
  if (key !== "" && !isConfidential(url)) throw new ConfigError("HOSTED_MODEL_URL", "an https address where HOSTED_MODEL_KEY is set, as the key could be read on the way", setting("HOSTED_MODEL_URL"));
  return { url, model, key, perDay, perPerson };
}

/** Whether what is sent there can't be read on the way: it is encrypted, or stays on this machine. */
export function isConfidential(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
}

function limitOf(variable: string, text: string, fallback: number): number {
  const limit = text === "" ? fallback : Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100_000) throw new ConfigError(variable, "a whole number from 1 to 100000", text);
  return limit;
}
