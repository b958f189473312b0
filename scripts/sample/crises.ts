/**
 * Days on which everything moved more, so that the years of calibration.json have their storms where a student
 * looks for them. Dates are history's; strengths are ours, and each year's volatility stays the calibrated one.
 */
export interface Crisis {
  readonly from: string;
  readonly to: string;
  /** How many times the year's ordinary volatility. */
  readonly volatility: number;
  /** The market's drift, in standard deviations of such a day. */
  readonly drift: number;
}

export const crises: readonly Crisis[] = [
  { from: "1973-11-01", to: "1973-12-14", volatility: 1.6, drift: -0.25 },
  { from: "1987-10-14", to: "1987-10-16", volatility: 2.5, drift: -0.6 },
  { from: "1987-10-19", to: "1987-10-19", volatility: 6, drift: -2.2 },
  { from: "1987-10-20", to: "1987-11-06", volatility: 3, drift: 0 },
  { from: "1998-08-17", to: "1998-10-15", volatility: 1.5, drift: -0.08 },
  { from: "2001-09-17", to: "2001-09-21", volatility: 2, drift: -0.7 },
  { from: "2008-09-15", to: "2008-11-20", volatility: 1.9, drift: -0.12 },
  { from: "2008-11-21", to: "2008-12-19", volatility: 1.5, drift: 0.05 },
  { from: "2010-05-06", to: "2010-06-11", volatility: 1.4, drift: -0.1 },
  { from: "2011-08-01", to: "2011-10-04", volatility: 1.8, drift: -0.06 },
  { from: "2020-02-24", to: "2020-03-23", volatility: 4, drift: -0.25 },
  { from: "2020-03-24", to: "2020-04-17", volatility: 2.2, drift: 0.25 },
];
