import { describe, expect, it } from "vitest";
import { progressWords } from "../../src/render/progress-words.ts";

describe("progressWords", () => {
  it("draws how much of a file has come", () => {
    expect(progressWords("https://example.org/ftp/factors.zip", 250_000, 1_000_000)).toBe(
      `factors.zip  [${"█".repeat(6)}${" ".repeat(18)}] 25.0% of 1.0 MB`,
    );
  });

  it("tells only how much has come where the whole is not known", () => {
    expect(progressWords("https://example.org/factors.zip", 250_000, null)).toBe("factors.zip  0.25 MB");
  });
});
