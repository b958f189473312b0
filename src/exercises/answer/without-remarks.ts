import type { Token } from "./tokenize.ts";

/** Words that make another number of the one behind them; a minus sign at once before it is read. */
const operationWord = /^(?:minus|negative|half|twice|double|triple|inverse|reciprocal|root|sqrt|log|ln|log10|log2|exp|abs|logarithm|absolute)\d*\.?$/iu;

/** "f(2)" that isn't the name of what follows, as "t(7972) = 3.6" is, and "half of 0.5". */
export function changesNumber(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => {
    if (token.kind !== "word") return false;
    const close = token.called ? closingBracket(tokens, at + 1) : null;
    if (close !== null) return tokens.slice(at, close).some(({ kind }) => kind === "number") && tokens[close + 1]?.kind !== "relation";
    const next = tokens.slice(at + 1).findIndex(({ kind }) => kind !== "word");
    return operationWord.test(token.text) && next >= (/^(?:minus|negative)$/iu.test(token.text) ? 1 : 0) && startsNumber(tokens[at + 1 + next]);
  });
}

const startsNumber = (token: Token | undefined): boolean => token !== undefined && ["number", "operator", "root", "function", "open"].includes(token.kind);

/** Brackets that hold words, and those behind a number with nothing between, are remarks: "1.395 (0.03)", "t(α) = 2". */
export function withoutRemarks(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const close = token.kind === "open" ? closingBracket(tokens, at) : null;
    const before = kept.at(-1)?.kind;
    const isRemarkHere = close !== null && (before === "number" || before === "word" || tokens.slice(at, close).some(({ kind }) => kind === "word"));
    // "ln(1 + α)" is a name.
    if (isRemarkHere && before === "function") kept.pop();
    if (isRemarkHere) at = close;
    else kept.push(token);
  }
  return kept.some(({ kind }) => kind === "number") ? kept : tokens.filter(({ kind }) => kind !== "open" && kind !== "close");
}

function closingBracket(tokens: readonly Token[], open: number): number | null {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    if (tokens[at]?.kind === "open") depth += 1;
    if (tokens[at]?.kind === "close") depth -= 1;
    if (depth === 0) return at;
  }
  return null;
}
