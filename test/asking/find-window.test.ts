import { expect, test } from "vitest";
import { findWindow } from "../../src/asking/find-window.ts";

const found = (text: string) => {
  const { from, to, without, firstMonths, unused, against } = findWindow(text, "2024-12-31");
  return [`${from ?? ""}..${to ?? ""}`, ...without.map(({ first, last }) => `not ${first}..${last}`), ...(firstMonths === null ? [] : [`first ${String(firstMonths)}`]), ...[...(against === null ? [] : [against.text]), ...unused].map((words) => `unused ${words}`)].join(" ");
};

test.each([
  ["beta in the second half of 2008", "2008-07-01..2008-12-31"],
  ["beta h1 2015", "2015-01-01..2015-06-30"],
  ["mid 2008 to mid 2010", "2008-07-01..2010-06-30"],
  ["mid-2008 to mid-2011", "2008-07-01..2011-06-30"],
  ["2010+", "2010-01-01.."],
  ["beta 2010 2015", "2010-01-01..2015-12-31"],
  ["beta de JPM entre 2010 y 2019?", "2010-01-01..2019-12-31"],
  ["c quoi le beta entre 2010 et 2015", "2010-01-01..2015-12-31"],
  ["datos de 2020 a 2022", "2020-01-01..2022-12-31"],
  ["2012〜2019年", "2012-01-01..2019-12-31"],
  ["from 1995 up to and including 2006", "1995-01-01..2006-12-31"],
  ["only 2021 + 2022", "2021-01-01..2022-12-31"],
  ["ex-2008/2009", ".. not 2008-01-01..2009-12-31"],
  ["a 1987-style crash", ".."],
  ["crashes -20% in one day like 1987", ".."],
  ["wmt beta befor 2000 ?", "..1999-12-31"],
  ["beta since chatgpt came out (nov 2022)", "2022-11-01.."],
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
  ["2015..2020", "2015-01-01..2020-12-31"],
  ["2010...2015 monthly", "2010-01-01..2015-12-31"],
  ["residuals 2016-", "2016-01-01.."],
  ["2016- monthly", "2016-01-01.."],
  ["2016- 2019", "2016-01-01..2019-12-31"],
  ["during 03/2009-12/2009", "2009-03-01..2009-12-31"],
  ["06/2005 - 12/2010", "2005-06-01..2010-12-31"],
  ["excluding the crisis (9/2008-3/2009)", ".. not 2008-09-01..2009-03-31"],
  ["when i exclude both 2008 and 2020", ".. not 2008-01-01..2008-12-31 not 2020-01-01..2020-12-31"],
  ["weekly data ending june 2014 starting june 2009", "2009-06-01..2014-06-30"],
  ["from march 2009 for exactly ten years", "2009-03-01..2019-02-28"],
  ["only the last 252 days instead of since 1986", "2024-01-01.."],
  ["the last 500 rows", "2023-01-06.."],
  ["the last 60 rows of monthly returns", "2020-01-01.."],
  ["from 2016 upwards", "2016-01-01.."],
  ["from lehman to the bottom in march 09, robust", "2008-09-15..2009-03-31"],
  ["1994 to 1998, excluding the autumn of 98", "1994-01-01..1998-12-31 not 1998-09-01..1998-11-30"],
  ["not incl. 2004", ".. not 2004-01-01..2004-12-31"],
  // What is taken out is the market, and the years are what it is taken out of.
  ["residuals after taking out the market, 2015 until 2023", "2015-01-01..2023-12-31"],
  ["whats left once you take out the market part, only 2008", "2008-01-01..2008-12-31"],
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

const sides = (text: string): string | null => {
  const { from, to, against } = findWindow(text, "2024-12-31");
  return against === null ? null : `${from ?? ""}..${to ?? ""} against ${against.from ?? ""}..${against.to ?? ""}`;
};

test.each([
  ["beta in 2008 vs 2020", "2008-01-01..2008-12-31 against 2020-01-01..2020-12-31"],
  ["is beta higher in 2008 than in 2019", "2008-01-01..2008-12-31 against 2019-01-01..2019-12-31"],
  ["before 2010 compared with after 2015", "..2009-12-31 against 2016-01-01.."],
  ["from 2000 to 2007 vs 2010 to 2019", "2000-01-01..2007-12-31 against 2010-01-01..2019-12-31"],
  ["compare beta in 2008 and 2020", "2008-01-01..2008-12-31 against 2020-01-01..2020-12-31"],
  ["did beta change between 2008 and 2020", "2020-01-01..2020-12-31 against 2008-01-01..2008-12-31"],
  ["did beta fall from 2008 to 2012", "2012-01-01..2012-12-31 against 2008-01-01..2008-12-31"],
  ["did beta go up, 2005 vs 2008", "2008-01-01..2008-12-31 against 2005-01-01..2005-12-31"],
])("two windows that are set beside each other are both found, of what rose or fell the later first: %s", (text, both) => {
  expect(sides(text)).toBe(both);
});

test.each(["beta between 2008 and 2020", "beta from 2008 to 2020", "compare the betas of thisasset and thisasset from 2008 to 2020", "pre covid vs post covid", "since 2008 versus since 2020", "in 2008 vs 2008"])("one window is no two: %s", (text) => {
  expect(sides(text)).toBeNull();
});
