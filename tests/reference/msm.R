# Transition probabilities and first-passage probabilities by R's msm, for msm.json.
#
# Occupancy is msm::MatrixExp of the generator. First passage to a rung or any above it is
# MatrixExp of the generator with the rows of those rungs set to 0. Passage to the top rung
# and the expected time to it are also asked of ppass.msm and efpt.msm.
#
# Run from the top of the checkout: Rscript tests/reference/msm.R
# Needs the Debian package r-cran-msm. Made with R 4.2.2, msm 1.7.

library(msm)

generators <- list(
  list(name = "two rungs", q = matrix(c(-0.3, 0.3, 0.7, -0.7), 2, byrow = TRUE)),
  list(name = "five rungs", q = matrix(c(
    -0.167, 0.167, 0, 0, 0,
    0.06, -0.24, 0.18, 0, 0,
    0, 0.45, -0.55, 0.1, 0,
    0, 0, 1.0, -1.125, 0.125,
    0, 0, 0, 0.5, -0.5), 5, byrow = TRUE)),
  list(name = "jumps and a fast rung", q = matrix(c(
    -1.31, 0.9, 0.4, 0.01,
    25, -40, 15, 0,
    0, 2.5, -2.8, 0.3,
    0.05, 0, 0.6, -0.65), 4, byrow = TRUE)),
  list(name = "eight rungs", q = matrix(c(
    -0.35, 0.3, 0, 0.05, 0, 0, 0, 0,
    0.2, -0.61, 0.4, 0, 0, 0.01, 0, 0,
    0.02, 0.5, -0.82, 0.3, 0, 0, 0, 0,
    0, 0, 0.7, -0.9, 0.2, 0, 0, 0,
    0.1, 0, 0, 0.8, -1.05, 0.15, 0, 0,
    0, 0, 0.05, 0, 1.1, -1.4, 0.25, 0,
    0, 0, 0, 0.3, 0, 0.9, -1.5, 0.3,
    0, 0, 0, 0, 0.04, 0, 0.36, -0.4), 8, byrow = TRUE))
)
times <- c(1, 2, 5, 12)

number <- function(x) trimws(formatC(x, digits = 17, format = "g"))
list_of <- function(x) paste0("[", paste(number(x), collapse = ", "), "]")

blocks <- c()
for (g in generators) {
  size <- nrow(g$q)
  stopifnot(max(abs(rowSums(g$q))) < 1e-14)
  expected <- as.numeric(efpt.msm(qmatrix = g$q, tostate = size))
  for (t in times) {
    p <- MatrixExp(g$q, t = t)
    # Row r of the list: from each rung, to rung r or any above it.
    reach <- sapply(seq_len(size), function(r) {
      stopped <- g$q
      stopped[r:size, ] <- 0
      rowSums(MatrixExp(stopped, t = t)[, r:size, drop = FALSE])
    })
    passed <- ppass.msm(qmatrix = g$q, tot = t)[, size]
    stopifnot(max(abs(passed - reach[, size])) < 1e-12)
    blocks <- c(blocks, sprintf(
      ' { "name": "%s", "generator": %s, "time": %d,\n   "occupancy": %s,\n   "reach": %s,\n   "reachTop": %s,\n   "expectedMonthsToTop": %s }',
      g$name, list_of(as.vector(t(g$q))), t, list_of(as.vector(t(p))),
      list_of(as.vector(reach)), list_of(reach[, size]), list_of(expected)))
  }
}
writeLines(paste0('{ "program": "R ', getRversion(), ", msm ", packageVersion("msm"), '",\n "results": [\n',
  paste(blocks, collapse = ",\n"), "\n ] }"), "tests/reference/msm.json")
