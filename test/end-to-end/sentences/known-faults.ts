/** A sentence that was found to say what its rows do not: listed until it is put right, when the test asks for its removal. */
export interface KnownFault {
  /** The predicate that speaks. */
  readonly says: string;
  /** What the predicate says, or what the sentence itself does. */
  readonly fault: RegExp;
  readonly why: string;
}

export const knownFaults: readonly KnownFault[] = [
  {
    says: "@: β = # · ≈ · defensive",
    fault: /0\.9{10}\d* to 1$/u,
    why: "/compare with an asset that the factor explains exactly, β 1: rounding makes it 0.9999999999999999, and defensive",
  },
  {
    says: "# month⟨s⟩ ⟨and # years ⟩lack⟨s⟩ days: … ⟨have‖has⟩ no return on # day⟨s⟩ on which the market traded, ¤ (Mkt-RF #)⟨ among them⟩.",
    fault: /^(?:months|days missing): |^the market moved most/u,
    why: "/describe in months counts days that lie outside the window",
  },
  {
    says: "No standard error and no volatility a year: they take rows as independent, and a ⟨day‖month⟩'s value is much like the one before (autocorrelation #).",
    fault: /rows can't say so/u,
    why: "/describe takes a chance autocorrelation of 3 months as a sign that rows go together",
  },
  {
    says: "@ and @: correlation #, ≈⟨, or wider: the rows are few⟩ · covariance #, a year #",
    fault: /^held away from 1/u,
    why: "/describe of HALF and LIFT: correlation 1.00, interval −0.98 to 1.00, as stretches are held 4 ⁄ n away from 1 and the whole is not",
  },
  {
    says: "@: factor risk # (R²)⟨ · ≈⟩ · idiosyncratic #",
    fault: /^held away from 1/u,
    why: "/variance of NEAR on 60 days: 99.3%, interval 67.8% to > 99.9%, as stretches are held 4 ⁄ n away from 1 and the whole is not",
  },
  {
    says: "Verdicts here rest on classical errors: difference # to # (℗).",
    fault: /the robust errors decide/u,
    why: "/compare of several assets, one explained exactly: its fit's errors are named, while the difference of the others rests on HAC ones",
  },
  {
    says: "Below: distribution of the residuals beside a normal curve of the same standard deviation⟨: a higher peak and fatter tails‖: no fatter tails⟩, kurtosis #.",
    fault: /exact fit leaves no residuals/u,
    why: "/residuals of an exact fit draws and describes a distribution of nothing, with kurtosis 0",
  },
  {
    says: "The tracking portfolio lies on one ⟨rising‖falling‖flat⟩ straight line through 0; @ scatters around it.",
    fault: /not that slope/u,
    why: "/track of an exact fit says that the asset scatters around the line that it lies on",
  },
  {
    says: "σ(ε) = # a year, the course's tracking error",
    fault: /what rounding left/u,
    why: "/track of an exact fit prints 1.744e−15% a year, which is what rounding left of 0",
  },
  {
    says: "Sell # of @ for $1 of @ · 95% interval of it or of β, robust",
    fault: /minus stands behind/u,
    why: "/hedge writes $−0.262 here and −$0.262 elsewhere",
  },
  {
    says: "Buy # of @ for $1 of @ · 95% interval of it or of β, robust",
    fault: /minus stands behind/u,
    why: "/hedge writes $−0.26 here and −$0.26 elsewhere",
  },
  {
    says: "Scatter: hedged @ against @ has β = #; its cloud still ⟨rises‖falls⟩ with @, whose own line has β = 1.",
    fault: /^β(?: =|:)/u,
    why: "with several factors /hedge gives the β kept beside the others for the slope of the cloud, which is that on one factor alone",
  },
  {
    says: "All exposures shrink by the same factor.",
    fault: /^they grow/u,
    why: "/hedge with several factors and a target above the share there is: the exposures grow",
  },
  {
    says: "Expected P&L a year (×#): # total; risk-adjusted (x · α) #, 95% interval of that # to #, robust # to #",
    fault: /(?:low|high) end: \$0 is printed/u,
    why: "/size rounds an end of an interval to $0: on which side of 0 it lies, p 0.048 or 0.052, can't be seen",
  },
  {
    says: "Expected P&L a year (×#): #, all of it α, 95% interval # to #, robust # to #",
    fault: /(?:low|high) end: \$0 is printed/u,
    why: "/size rounds an end of an interval to $0: on which side of 0 it lies, p 0.048 or 0.052, can't be seen",
  },
  {
    says: "Hedging raised the Sharpe ratio, from # to # (℗): what @ earned beside its factor risk was paid better per unit of risk.",
    fault: /earned nothing beside/u,
    why: "/performance of an asset with a negative α: it lost beside its factor risk, and nothing was paid better",
  },
  {
    says: "What the factor leaves of one asset is a combination of what it leaves of the others, so their αs are not separate facts.",
    fault: /no combination/u,
    why: "/alphas where the factor explains one asset exactly: the others' αs are separate facts",
  },
  {
    says: "Leave one of them out.",
    fault: /no combination/u,
    why: "/alphas where the factor explains one asset exactly: the others' αs are separate facts",
  },
  {
    says: "of the total variance: …, covariances #",
    fault: /^number: < −0\.1% is printed/u,
    why: "/variance prints a share between −0.1% and 0 as \"< −0.1%\", which is read as further from 0",
  },
  {
    says: "The rows don't tell the factor shares apart.",
    fault: /^p = /u,
    why: "/variance of two assets, one explained exactly and one by two thirds: the rows do tell",
  },
  {
    says: "Stacked bar: @'s expected return of # a year is rf #, α #, ….",
    fault: /what rounding left/u,
    why: "/expected of an exact fit: the picture's words have β · E[SMB] −7.80e−17%, which is what rounding left of 0",
  },
  {
    says: "An appraisal ratio of # needs # years for t(α) = 2⟨; these rows are past it⟩",
    fault: /^t = [12]\./u,
    why: "/performance says that rows of 4.69 years are past the 4.87 years that t(α) = 2 needs (AAPL, t = 1.964), and does not say it of 1.16 years where 1.12 are needed (ECHO, t = 2.038)",
  },
];
