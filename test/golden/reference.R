# The same problems by R: lm, sandwich and lmtest (Debian's r-base-core, r-cran-sandwich, r-cran-lmtest).
#
#   python3 reference.py csv DIR && Rscript reference.R DIR > r.json
#
# Each CSV has the asset's returns first; its name carries the lags: problem-<number>-<lags>.csv.

suppressPackageStartupMessages({
  library(lmtest)
  library(sandwich)
})

numbers <- function(values) paste0("[", paste(sprintf("%.17g", unname(values)), collapse = ","), "]")

answer <- function(file) {
  lags <- as.integer(sub(".*-([0-9]+)\\.csv$", "\\1", file))
  table <- read.csv(file)
  names(table)[1] <- "asset"
  fit <- lm(asset ~ ., table)
  shown <- summary(fit)
  errors <- function(covariance) sqrt(diag(covariance))
  breusch <- bptest(fit)
  newey <- function(adjust) NeweyWest(fit, lag = lags, prewhite = FALSE, adjust = adjust)
  fields <- c(
    values = numbers(coef(fit)),
    standardErrors = numbers(shown$coefficients[, 2]),
    pValues = numbers(shown$coefficients[, 4]),
    rSquared = numbers(shown$r.squared),
    f = numbers(shown$fstatistic[1]),
    logLikelihood = numbers(as.numeric(logLik(fit))),
    hc0 = numbers(errors(vcovHC(fit, type = "HC0"))),
    hc1 = numbers(errors(vcovHC(fit, type = "HC1"))),
    hac = numbers(errors(newey(FALSE))),
    hacCorrected = numbers(errors(newey(TRUE))),
    breuschPagan = numbers(c(breusch$statistic, breusch$p.value)),
    durbinWatson = numbers(dwtest(fit)$statistic)
  )
  paste0("{", paste(sprintf("\"%s\":%s", names(fields), fields), collapse = ","), "}")
}

folder <- commandArgs(trailingOnly = TRUE)[1]
files <- list.files(folder, pattern = "^problem-.*\\.csv$", full.names = TRUE)
files <- files[order(as.integer(sub(".*problem-([0-9]+)-.*", "\\1", files)))]
cat("[", paste(vapply(files, answer, ""), collapse = ",\n"), "]\n", sep = "")
