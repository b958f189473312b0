/**
 * A name that says of its returns that the risk-free rate is off already: AAPL_excess, "AAPL excess return", xret_AAPL,
 * AAPL-RF, AAPL_minus_rf. What is said of the whole file ("total") is then said of its other columns.
 */
export const isExcessName = (name: string): boolean => !/excess[ _.-]?(?:liquidity|cash)/iu.test(name) && (/(?:^|[ _.-])(?:excess|exret|xret|xsret|exc?ret)(?:$|[ _.-])/iu.test(name) || /[ _.-](?:minus[ _.-])?rf$/iu.test(name));
