import type { PortfolioProblem } from "../../datasets/problem.ts";
import { plain } from "../plain.ts";
import type { ProblemWords } from "./problem-words.ts";

/** Why a text is no portfolio, and how one is written. */
export const portfolioProblemWords = (problem: PortfolioProblem): ProblemWords => ({
  cause: portfolioCause(problem),
  next: "Write it like `0.6*JPM+0.4*WMT`, `JPM - WMT`, `(JPM+WMT)/2` or `60% JPM 40% WMT`.",
});

function portfolioCause({ text, reason, at }: PortfolioProblem): string {
  switch (reason) {
    case "unknown-name":
      return `I read "${plain(text)}" as a portfolio, and have no series called ${plain(at)}.`;
    case "unreadable":
      return `I can't read "${plain(text)}" as a portfolio${at === "" || at === text ? "" : `, from "${plain(at)}" on`}.`;
    case "number-alone":
      return `In the portfolio "${plain(text)}", ${plain(at)} multiplies no series.`;
    case "empty":
      return `The portfolio "${plain(text)}" holds nothing: its weights cancel.`;
    case "too-many":
      return `The portfolio "${plain(text)}" has ${plain(at)} holdings, and 10 are the most.`;
    case "rate":
      return `${plain(at)} is the risk-free rate, which is no holding: it is subtracted from every total return already.`;
  }
}
