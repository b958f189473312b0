# Reference numbers for intervals and tests, by R with sandwich, strucchange and lmtest (Debian's packages).
#
#   Rscript inference.R > inference-r.json
#
# The series are those of `madeUpReturns` in test/engine/made-up.ts, to the last bit; `problem` in inference.test.ts is
# the one below: errors whose size follows the factor, and depends on the day before.

suppressPackageStartupMessages({
  library(sandwich)
  library(strucchange)
})

rows <- 600
madeUp <- function(seed) {
  state <- seed
  draw <- function() {
    state <<- (state * 48271) %% 2147483647
    state / 2147483647
  }
  for (i in 1:10) draw()
  vapply(1:rows, function(i) 0.0004 + 0.01 * (draw() + draw() + draw() + draw() - 2), 0)
}

f <- madeUp(1)
g <- madeUp(2)
noise <- madeUp(3)
errors <- noise * (0.5 + 60 * abs(f)) + 0.3 * c(0, noise[-rows])
r <- 0.0003 + 0.8 * f + 0.3 * g + errors
later <- 1.2 * f * (seq_len(rows) > 380)
broken <- r + later
other <- 0.0001 + 0.9 * f + madeUp(4)

numbers <- function(values) paste0("[", paste(sprintf("%.17g", unname(values)), collapse = ","), "]")
show <- function(...) {
  fields <- c(...)
  cat("{\n", paste(sprintf(" \"%s\": %s", names(fields), fields), collapse = ",\n"), "\n}\n", sep = "")
}

newey <- function(x, lag) sqrt(as.numeric(NeweyWest(lm(x ~ 1), lag = lag, prewhite = FALSE, adjust = FALSE)))

# Ratios: the influence of a row, written out with matrices.
sharpe <- function(x) mean(x) / sd(x)
populationZ <- function(x) (x - mean(x)) / sqrt(mean((x - mean(x))^2))
sharpeErrors <- function(x, lag) {
  z <- populationZ(x)
  s <- sharpe(x)
  c(s, sqrt((1 + s^2 / 2) / rows), sqrt((1 + s^2 / 2 - mean(z^3) * s + (mean(z^4) - 3) / 4 * s^2) / rows),
    newey(z - s / 2 * (z^2 - 1), lag))
}
fit <- lm(r ~ f + g)
u <- resid(fit)
X <- cbind(1, f, g)
weights <- X %*% solve(crossprod(X) / rows)
appraisal <- coef(fit)[1] / sd(u)
z <- u / sqrt(mean(u^2))
fbar <- c(mean(f), mean(g))
omega <- cov(cbind(f, g)) * (rows - 1) / rows
w <- 1 + sum(fbar * solve(omega, fbar))
appraisalErrors <- c(appraisal, sqrt((w + appraisal^2 / 2) / rows),
  sqrt((w - mean(z^3) * appraisal + (mean(z^4) - 1) / 4 * appraisal^2) / rows),
  newey(weights[, 1] * z - appraisal / 2 * (z^2 - 1), 6))

# Ledoit and Wolf (2008): V of the paper, its gradient, kernHAC for the long-run variance of the product.
ledoitWolf <- function(a, b) {
  m <- c(mean(a), mean(b), mean(a^2), mean(b^2))
  V <- cbind(a - m[1], b - m[2], a^2 - m[3], b^2 - m[4])
  gradient <- c(m[3] / (m[3] - m[1]^2)^1.5, -m[4] / (m[4] - m[2]^2)^1.5,
    -0.5 * m[1] / (m[3] - m[1]^2)^1.5, 0.5 * m[2] / (m[4] - m[2]^2)^1.5)
  psi <- as.numeric(V %*% gradient)
  variance <- as.numeric(kernHAC(lm(psi ~ 1), kernel = "Parzen", prewhite = 1, adjust = FALSE, tol = 0)) * rows / (rows - 4)
  d <- sharpe(a) - sharpe(b)
  c(d, sqrt(variance), 2 * pnorm(-abs(d) / sqrt(variance)))
}
# The bootstrap row by row, its blocks beginning where the list says (one resample), to check what makes its t.
starts <- c(17, 590, 230, 230, 401, 3, 599, 88, 512, 340)
resample <- function(a, b, length) {
  l <- length(starts)
  index <- as.integer(outer(0:(length - 1), starts, "+")) %% rows + 1
  A <- a[index]
  B <- b[index]
  m <- c(mean(A), mean(B), mean(A^2), mean(B^2))
  y <- cbind(A - m[1], B - m[2], A^2 - m[3], B^2 - m[4])
  gradient <- c(m[3] / (m[3] - m[1]^2)^1.5, -m[4] / (m[4] - m[2]^2)^1.5,
    -0.5 * m[1] / (m[3] - m[1]^2)^1.5, 0.5 * m[2] / (m[4] - m[2]^2)^1.5)
  psi <- matrix(0, 4, 4)
  for (j in 1:l) {
    zeta <- colSums(y[((j - 1) * length + 1):(j * length), , drop = FALSE]) / sqrt(length)
    psi <- psi + zeta %*% t(zeta) / l
  }
  se <- sqrt(as.numeric(t(gradient) %*% psi %*% gradient) / (l * length))
  abs(sharpe(A) - sharpe(B) - (sharpe(a) - sharpe(b))) / se
}

# supLM: for every break the auxiliary regression of Wooldridge (1990), by lm.
supremum <- function(y, columns, tested) {
  full <- cbind(1, columns)
  e <- resid(lm(y ~ columns))
  breaks <- ceiling(0.15 * rows):floor(0.85 * rows)
  statistics <- vapply(breaks, function(k) {
    Z <- full[, tested, drop = FALSE] * (seq_len(rows) <= k)
    partial <- as.matrix(resid(lm(Z ~ columns)))
    # n·R² (uncentred) of 1 on u times what is left of Z.
    rows - sum(resid(lm(rep(1, rows) ~ 0 + I(partial * e)))^2)
  }, 0)
  best <- which.max(statistics)
  q <- length(tested)
  c(statistics[best], breaks[best], strucchange:::pvalue.Fstats(statistics[best], "supF", q, (0.85 / 0.15)^2))
}
tails <- unlist(lapply(1:7, function(q) vapply(c(3, 8, 15, 25), function(x) strucchange:::pvalue.Fstats(x, "supF", q, (0.85 / 0.15)^2), 0)))

# β·E[f], robust: the influence by matrices.
betas <- coef(fit)[-1]
onCoefficients <- weights * u
centredFactors <- cbind(f - mean(f), g - mean(g))
onPremium <- onCoefficients[, -1] %*% fbar + centredFactors %*% betas

show(
  sharpe = numbers(sharpeErrors(r, 6)),
  information = numbers(sharpeErrors(r - f, 6)),
  appraisal = numbers(appraisalErrors),
  ledoitWolf = numbers(ledoitWolf(r, other)),
  ledoitWolfHedged = numbers(ledoitWolf(r, u + coef(fit)[1])),
  resample = numbers(c(resample(r, other, 7), resample(r, other, 1))),
  supremumBeta = numbers(supremum(r, cbind(f), 2)),
  supremumAlphaBeta = numbers(supremum(r, cbind(f), 1:2)),
  supremumBroken = numbers(supremum(broken, cbind(f), 2)),
  supremumTwo = numbers(supremum(broken, cbind(f, g), 2:3)),
  supremumThree = numbers(supremum(broken, cbind(f, g), 1:3)),
  tails = numbers(tails),
  premium = numbers(c(sum(betas * fbar), newey(onPremium, 6), newey(onPremium, 0))),
  mean = numbers(c(mean(r), sd(r) / sqrt(rows), newey(r, 6))),
  years = numbers((qnorm(0.975) + qnorm(c(0.8, 0.9, 0.3)))^2 / 0.3^2)
)
