# Reference numbers by R with sandwich and strucchange (Debian's packages): lags chosen by the data, a Wald test of several
# alphas, Chow's test, market timing, the two-pass regressions of a security market line.
#
#   Rscript further-inference.R > further-inference-r.json
#
# The series are those of inference.R, to the last bit.

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
r <- 0.0003 + 0.8 * f + 0.3 * g + noise * (0.5 + 60 * abs(f)) + 0.3 * c(0, noise[-rows])
broken <- r + 1.2 * f * (seq_len(rows) > 380)
other <- 0.0001 + 0.9 * f + madeUp(4)
# Noise of which a day keeps 0.8 of the one before, on a factor that stays for a while.
slow <- as.numeric(filter(f, 0.7, method = "recursive"))
kept <- 0.5 * slow + as.numeric(filter(noise, 0.8, method = "recursive"))

numbers <- function(values) paste0("[", paste(sprintf("%.17g", unname(values)), collapse = ","), "]")
show <- function(...) {
  fields <- c(...)
  cat("{\n", paste(sprintf(" \"%s\": %s", names(fields), fields), collapse = ",\n"), "\n}\n", sep = "")
}

# Lags by the data, and the errors with them.
byData <- function(fit) c(floor(bwNeweyWest(fit, prewhite = 0)), sqrt(diag(NeweyWest(fit, lag = NULL, prewhite = FALSE, adjust = FALSE))))

# Wald of the constants of several regressions at once.
wald <- function(V) {
  alpha <- coef(several)[1, ]
  at <- seq(1, by = nrow(coef(several)), length.out = length(alpha))
  W <- as.numeric(alpha %*% solve(V[at, at]) %*% alpha)
  c(W, pchisq(W, length(alpha), lower.tail = FALSE))
}
several <- lm(cbind(r, other, broken) ~ f + g)

# β where the factor rises and where it falls, of one regression.
up <- as.numeric(f > 0)
sides <- lm(r ~ I(f * (1 - up)) + up + I(f * up))
sideErrors <- function(V) sqrt(diag(V))[c(4, 2)]

# Chow's test at a row, classical.
chow <- function(y, at) {
  test <- sctest(y ~ f, type = "Chow", point = at)
  c(test$statistic, test$p.value)
}

# Treynor and Mazuy's γ with plain errors and HC3's, to be divided by nothing.
bent <- function(y) {
  fit <- lm(y ~ f + I(f^2))
  c(coef(fit)[3], sqrt(vcovHC(fit, type = "HC3")[3, 3]))
}

# A capture ratio is an instrumental-variables slope through the origin; its robust variance written out.
capture <- function(y, on, lag) {
  ratio <- sum(y * on) / sum(f * on)
  adds <- on * (y - ratio * f) / mean(f * on)
  weights <- 1 - seq_len(lag) / (lag + 1)
  gamma <- function(l) sum(adds[(1 + l):rows] * adds[1:(rows - l)]) / rows
  long <- gamma(0) + 2 * sum(weights * vapply(seq_len(lag), gamma, 0))
  c(ratio, sqrt(long / rows * sum(on) / (sum(on) - 1)))
}

# Fama and MacBeth row by row, and Shanken's covariance from the residuals of the first pass.
assets <- vapply(1:12, function(i) 0.0001 + (0.4 + 0.1 * i) * f + madeUp(20 + i), numeric(rows))
firstPass <- lm(assets ~ f)
beta <- coef(firstPass)[2, ]
gammas <- t(apply(assets, 1, function(row) coef(lm(row ~ beta))))
X <- cbind(1, beta)
A <- solve(crossprod(X), t(X))
S <- crossprod(resid(firstPass)) / (rows - 1)
gamma <- colMeans(gammas)
shanken <- ((1 + gamma[2]^2 / var(f)) * A %*% S %*% t(A) + diag(c(0, var(f)))) / rows

# Each factor less its slopes on the ones before.
h <- 0.5 * f - 0.3 * g + 0.002 * sin(seq_len(rows) - 1)
gOrth <- g - coef(lm(g ~ f))[2] * f
hSlopes <- coef(lm(h ~ f + g))[2:3]
hOrth <- h - hSlopes[1] * f - hSlopes[2] * g
# The slopes and R²'s constant from the regression on them; the errors of each slope from the regression on the factors up to it.
upTo <- list(lm(r ~ f), lm(r ~ f + g), lm(r ~ f + g + h))
lastErrors <- function(covariance) c(sqrt(covariance(upTo[[3]])[1, 1]), vapply(1:3, function(k) sqrt(covariance(upTo[[k]])[k + 1, k + 1]), 0))
orthogonal <- c(coef(lm(r ~ f + gOrth + hOrth)), lastErrors(vcov), lastErrors(function(fit) vcovHC(fit, type = "HC1")), lastErrors(function(fit) NeweyWest(fit, lag = 6, prewhite = FALSE, adjust = FALSE)))

show(
  orthogonal = numbers(as.numeric(orthogonal)),
  twoPass = numbers(c(gamma, apply(gammas, 2, sd) / sqrt(rows), sqrt(diag(shanken)))),
  chow = numbers(c(chow(r, 380), chow(broken, 380))),
  timing = numbers(c(bent(r), bent(r - 8 * f^2))),
  capture = numbers(c(capture(r, f > 0, 5), capture(r, f < 0, 5))),
  holm = numbers(p.adjust(c(0.03, 0.004, 0.2, 0.03, 0.9), "holm")),
  sides = numbers(c(coef(sides)[c(4, 2)], sideErrors(NeweyWest(sides, lag = 6, prewhite = FALSE, adjust = FALSE)), sideErrors(vcovHC(sides, type = "HC1")))),
  lagsOne = numbers(byData(lm(r ~ f))),
  lagsTwo = numbers(byData(lm(r ~ f + g))),
  lagsSlow = numbers(byData(lm(kept ~ slow))),
  lagsFew = numbers(byData(lm(kept[1:12] ~ slow[1:12]))),
  waldHac = numbers(wald(NeweyWest(several, lag = 6, prewhite = FALSE, adjust = FALSE))),
  waldHc1 = numbers(wald(vcovHC(several, type = "HC1")))
)
