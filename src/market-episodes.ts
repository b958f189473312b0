/** Episodes of the market that people name instead of dates. Each is shown with the dates that it is read as. */
interface MarketEpisode {
  readonly name: string;
  /** What it is called, in lower case. */
  readonly written: RegExp;
  /** First and last day, ISO. */
  readonly first: string;
  readonly last: string;
}

export const marketEpisodes: readonly MarketEpisode[] = [
  { name: "financial crisis (NBER recession)", written: /\b(?:the )?(?:(?<=\bthe )crisis(?! of (?!2008))|gfc|global financial crisis|great financial crisis|financial crisis|great recession|credit crisis|subprime crisis|crisis of 2008|2008 crisis|2008 crash)\b/u, first: "2007-12-01", last: "2009-06-30" },
  { name: "dot-com crash", written: /\b(?:the )?(?:dot ?-?com(?: (?:bust|crash|bubble|burst|collapse|era|years))?|tech (?:bust|bubble|crash))\b/u, first: "2000-03-01", last: "2002-10-31" },
  { name: "COVID crash", written: /\b(?:the )?(?:covid(?:-?19)?|corona(?:virus)?|pandemic) (?:market )?(?:crash|sell-?off|drop|bottom)\b/u, first: "2020-02-20", last: "2020-03-23" },
  { name: "COVID crash and its year", written: /\b(?:the )?(?:covid(?:-?19)?|corona(?:virus)?|pandemic)(?: (?:crisis|year|period|era|times|pandemic))?\b/u, first: "2020-02-20", last: "2020-12-31" },
  { name: "Lehman's bankruptcy", written: /\b(?:the )?lehman(?: brothers|'s)?(?: bankruptcy| collapse| crash| default)?\b/u, first: "2008-09-15", last: "2008-09-15" },
  { name: "crash of October 1987", written: /\b(?:the )?(?:black monday|1987 crash|crash of (?:19)?87)\b/u, first: "1987-10-01", last: "1987-10-31" },
];

/** The crises within two days, ISO, in the order of time: each in a picture once, so those that are part of another are left out. */
export function crisesBetween(first: string, last: string): readonly MarketEpisode[] {
  const isWithin = (inner: MarketEpisode, outer: MarketEpisode): boolean => inner !== outer && inner.first >= outer.first && inner.last <= outer.last;
  return marketEpisodes
    .filter((episode) => episode.first <= last && episode.last >= first && !marketEpisodes.some((other) => isWithin(episode, other)))
    .toSorted((one, other) => (one.first < other.first ? -1 : 1));
}
