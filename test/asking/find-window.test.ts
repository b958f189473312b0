import { expect, test } from "vitest";
import { findWindow } from "../../src/asking/find-window.ts";

const found = (text: string) => {
  const { from, to, without, firstMonths, unused } = findWindow(text, "2024-12-31");
  return [`${from ?? ""}..${to ?? ""}`, ...without.map(({ first, last }) => `not ${first}..${last}`), ...(firstMonths === null ? [] : [`first ${String(firstMonths)}`]), ...unused.map((words) => `unused ${words}`)].join(" ");
};

test.each([
  ["beta in the second half of 2008", "2008-07-01..2008-12-31"],
  ["beta h1 2015", "2015-01-01..2015-06-30"],
  ["mid 2008 to mid 2010", "2008-07-01..2010-06-30"],
  ["mid-2008 to mid-2011", "2008-07-01..2011-06-30"],
  ["2010+", "2010-01-01.."],
  ["beta 2010 2015", "2010-01-01..2015-12-31"],
  ["beta 2005 2 2010", "2005-01-01..2010-12-31"],
  ["2010-19 monthly", "2010-01-01..2019-12-31"],
  ["only years 2014 2015 2016", "2014-01-01..2016-12-31"],
  ["since covid", "2020-02-20.."],
  ["during the dotcom bubble", "2000-03-01..2002-10-31"],
  ["in the gfc", "2007-12-01..2009-06-30"],
  ["over the last quarter", "2024-10-01.."],
  ["the first 5 years", ".. first 60"],
  ["but not the first 10 years", ".. first -120"],
  ["post-2015", "2016-01-01.."],
  ["excluding 2020", ".. not 2020-01-01..2020-12-31"],
  ["except 2008", ".. not 2008-01-01..2008-12-31"],
  ["other than 2000-2002", ".. not 2000-01-01..2002-12-31"],
  ["not including 2008 and 2009", ".. not 2008-01-01..2009-12-31"],
  ["w/o 2009", ".. not 2009-01-01..2009-12-31"],
  ["excluding 2008, 2009 and 2020", ".. not 2008-01-01..2009-12-31 not 2020-01-01..2020-12-31"],
  ["excluding september 2008 to march 2009", ".. not 2008-09-01..2009-03-31"],
  ["since 2005 without the financial crisis", "2005-01-01.. not 2007-12-01..2009-06-30"],
  ["without the dot com years (say 1999 to 2002 out)", ".. not 1999-01-01..2002-12-31"],
  ["from 2009 until 2015, and 2023-24", "2009-01-01..2015-12-31 unused 2023-24"],
  ["ten years ending june 2007", "1997-07-01..2007-06-30"],
  ["up to and including 2006", "..2006-12-31"],
  ["early 2000s", "2000-01-01..2003-12-31"],
  ["2000s compared to 2010s", "2000-01-01..2009-12-31 unused 2010s"],
  ["2008 relative to 2015", "2008-01-01..2008-12-31 unused 2015"],
])("%s is %s", (text, window) => {
  expect(found(text)).toBe(window);
});

test("an exclusion is never read as the window", () => {
  for (const word of ["excluding", "except", "without", "not including", "leaving out", "dropping", "other than", "w/o", "ignoring", "skipping"]) {
    const { from, to, without } = findWindow(`beta of thisasset ${word} 2008`, "2024-12-31");
    expect([word, from, to, without.length]).toEqual([word, null, null, 1]);
  }
});
