/** Words that belong to the course's questions besides the names of its entries. */
export const courseWords: ReadonlySet<string> = new Set(
  `actual against aggressive allocate alphas analysis annual annualised annualized appraisal asset assets benchmark bear between
  betas budget bull capital carry chart classical coefficient coefficients company companies compare comparison compares
  compensation component computed contribution correlated correlation crisis cyclical daily data dataset decompose
  defensive depend depends diagnostics differ difference different differences differs dividing dollar dollars drawdown
  drawdowns driven earn earned earns errors estimate estimated estimates excess exercise exercises expect expected explained exposed exposure
  exposures factor factors fama fit fitted fraction french frequency full funds gain graph grow growth hedge hedged hedges hedging help hold
  holding horizon idiosyncratic index individual intercept invested investor lag lags leverage line load loading loadings loads long
  loss low lower high higher highest market markets mimic mimicking mimics model models momentum monthly weekly move moved movement
  movements moves moving multiple negative neutral output outperformed own owned percent percentage perform performance performed period periods
  plain play pnl portfolio portfolios position positions positive practice practise progress quarterly ratio react reacts reconcile reduce
  regress regressed regression regressions replicate replicates replicating residual residuals respond responds return returns risk risks risky robust rolling row
  rows run running sample scatter scale scales scaling section sensitive sensitivity separate series sharpe short shorting significance significant
  significantly simulated size sizes sizing slope split spread stable stability standard stat stats stock stocks strategy summary
  survive survives swing swings systematic table test tests ticker tickers tilt total track tracked tracking tracks trading treynor
  twin typical unhedged variance variances variation volatile volatility window windows with zero yearly gross net chapters per each
  required require tied linked connected follow follows following tightly closely strongly historically alone best worst compared comparing compute controlling control adding added keep cover overall average explains chosen base based default
  contains held earning bought sold short-selling selling sell buy risk-adjusted half double vs versus`
    .split(/\s+/u)
    .filter((word) => word !== ""),
);
