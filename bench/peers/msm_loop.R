# The same reaches by msm's MatrixExp, draw by draw: Rscript msm_loop.R rates.bin DRAWS
# Reads the file described in chain.c; needs the Debian package r-cran-msm.
suppressMessages(library(msm))
args <- commandArgs(trailingOnly = TRUE)
file <- file(args[1], "rb")
head <- readBin(file, "double", 5)
all_draws <- head[1]; rungs <- head[2]; moves <- head[3]; responses <- head[4]; months <- head[5]
ends <- matrix(readBin(file, "double", 2 * moves), 2) + 1
start <- readBin(file, "double", rungs)
multiples <- matrix(readBin(file, "double", responses * rungs), rungs)
rates <- matrix(readBin(file, "double", moves * all_draws), all_draws)
answers <- matrix(readBin(file, "double", responses * all_draws), all_draws)
draws <- as.integer(args[2])
power <- function(p, v) { for (h in seq_len(months)) v <- v %*% p; sum(v) }
begun <- proc.time()[["elapsed"]]
reach <- numeric(rungs)
for (d in seq_len(draws)) {
  q <- matrix(0, rungs, rungs)
  for (j in seq_len(moves)) q[ends[1, j], ends[2, j]] <- rates[d, j]
  diag(q) <- -rowSums(q)
  power(MatrixExp(q), start)
  reach[1] <- reach[1] + 1
  for (r in seq_len(rungs - 1)) {
    below <- q[1:r, 1:r, drop = FALSE]
    reach[r + 1] <- reach[r + 1] + 1 - power(MatrixExp(below), start[1:r])
  }
  for (m in seq_len(responses)) power(MatrixExp(q - diag(answers[d, m] * multiples[, m])), start)
}
spent <- (proc.time()[["elapsed"]] - begun) * 1000
cat(sprintf('{"milliseconds": %.1f, "draws": %d, "reach": [%s]}\n', spent, draws, paste(sprintf("%.6f", reach / draws), collapse = ", ")))
