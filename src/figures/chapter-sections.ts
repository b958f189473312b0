/** The chapter's sections that teach something, in its order; titles in the course's terms, shortened. */
export const chapterSections = {
  "6.1": "What the chapter is for",
  "6.3": "Setup and factor data",
  "6.3.1": "Loading return data",
  "6.4.1": "Co-movement",
  "6.4.2": "Seeing co-movement",
  "6.4.3": "The factor model",
  "6.4.4": "Estimating β with regression",
  "6.4.5": "Fitted lines and residuals",
  "6.5": "Two uses of a factor model",
  "6.5.1": "Risk models",
  "6.5.2": "Expected return models",
  "6.6": "α and β on Wall Street",
  "6.6.1": "How the industry is organised",
  "6.6.2": "From exposure to expected return",
  "6.7.1": "MSFT and the factor data",
  "6.7.2": "The factor regression",
  "6.7.3": "Magnitudes",
  "6.7.4": "The tracking portfolio",
  "6.7.5": "The hedged portfolio",
  "6.8.1": "Position size under a budget",
  "6.8.2": "Expected P&L",
  "6.8.3": "Hedging allows larger positions",
  "6.9.1": "Sharpe ratio",
  "6.9.2": "Appraisal ratio",
  "6.10.1": "Variance decomposition",
  "6.11.1": "Exercise 1: JPM's factor model",
  "6.11.2": "Exercise 2: a hedged portfolio",
  "6.11.3": "Exercise 3: position sizes",
  "6.12": "Key takeaways",
} as const;

export type ChapterSection = keyof typeof chapterSections;

/** Whose numbers a section is about: MSFT's from the tracking portfolio to the variance decomposition, JPM's elsewhere. */
export const assetOfSection = (section: ChapterSection): "JPM" | "MSFT" => (/^6\.(?:7|8|9|10)(?:\.|$)/u.test(section) ? "MSFT" : "JPM");
