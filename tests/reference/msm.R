# Transition probabilities and first-passage probabilities by R's msm, for msm.json.
#
# Run from the top of the checkout: Rscript tests/reference/msm.R
# Needs the Debian package r-cran-msm.

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
    0.05, 0, 0.6, -0.65), 4, byrow = TRUE))
)
times <- c(1, 2, 5, 12)

number <- function(x) formatC(x, digits = 17, format = "g")
list_of <- function(x) paste0("[", paste(number(x), collapse = ", "), "]")

blocks <- c()
for (g in generators) {
  size <- nrow(g$q)
  for (t in times) {
    p <- MatrixExp(g$q, t = t)
    # First passage to the top rung from each: the top made absorbing.
    absorbing <- g$q
    absorbing[size, ] <- 0
    reach <- MatrixExp(absorbing, t = t)[, size]
    blocks <- c(blocks, sprintf(
      ' { "name": "%s", "generator": %s, "time": %d,\n   "occupancy": %s,\n   "reachTop": %s }',
      g$name, list_of(as.vector(t(g$q))), t, list_of(as.vector(t(p))), list_of(reach)))
  }
}
writeLines(paste0('{ "program": "R ', getRversion(), ", msm ", packageVersion("msm"), '",\n "results": [\n',
  paste(blocks, collapse = ",\n"), "\n ] }"), "tests/reference/msm.json")
