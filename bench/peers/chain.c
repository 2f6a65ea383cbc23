/* The forecast of src/forecast in C, for the practical limit of one thread: rates from the
 * drawn columns, propagation, tally, means and quantiles.
 *
 *   gcc -O3 -march=native -o chain chain.c -lm
 *   ./chain columns.bin REPEATS     prints the median milliseconds and the reaches' means
 *
 * columns.bin (by bench/engine.ts), doubles: draws, rungs, moves, responses, months, drivers;
 * per move from and to; start; per response its multiple on each rung; per move and per
 * response, then per driver, 1 where the driver acts on it; per driver its sign and reference;
 * then the drawn columns: per move and response the base rate, per driver the intensity, per
 * driver the logarithm of the multiplier. Rates are the same in every month.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LANES = 16, BLOCK = 256, REPLICATES = 8, BINS = 2048, MAX_RUNGS = 12, MAX_MOVES = 132 };
typedef double lanes[LANES];

static int draws, rungs, moves, responses, months, drivers, series, values;
static int from[MAX_MOVES], to[MAX_MOVES], row_end[MAX_RUNGS];
static double *start, *multiples, *acts, *signs, *base, *intensity, *log_multiplier, *rates;
static lanes rate[MAX_MOVES], plain_exits[MAX_RUNGS], exits[MAX_RUNGS];
static lanes one[MAX_RUNGS * MAX_RUNGS], two[MAX_RUNGS * MAX_RUNGS], path[121 * MAX_RUNGS];

/* Everything that is multiplied out per draw: rates of moves, then of responses. */
static void draw_rates(void) {
  static double *effect, *factor;
  int kinds = moves + responses;
  if (!effect) effect = malloc(sizeof(double) * drivers * draws), factor = malloc(sizeof(double) * draws);
  for (int d = 0; d < drivers; d++)
    for (int i = 0; i < draws; i++) {
      size_t at = (size_t)d * draws + i;
      effect[at] = signs[2 * d] * log_multiplier[at] * (intensity[at] - signs[2 * d + 1]);
    }
  for (int k = 0; k < kinds; k++) {
    int same = k && !memcmp(acts + k * drivers, acts + (k - 1) * drivers, sizeof(double) * drivers);
    if (!same) {
      memset(factor, 0, sizeof(double) * draws);
      for (int d = 0; d < drivers; d++)
        if (acts[k * drivers + d])
          for (int i = 0; i < draws; i++) factor[i] += effect[(size_t)d * draws + i];
      for (int i = 0; i < draws; i++) factor[i] = exp(factor[i]);
    }
    int down = k < moves && to[k] < from[k];
    for (int i = 0; i < draws; i++) {
      size_t at = (size_t)k * draws + i;
      rates[at] = fmin(down ? base[at] / factor[i] : base[at] * factor[i], 1e9);
    }
  }
}

static double fastest(int size) {
  double top = 0;
  for (int k = 0; k < size; k++)
    for (int l = 0; l < LANES; l++) if (exits[k][l] > top) top = exits[k][l];
  return top;
}

/* I + (Q·scale + theta)·share·m, row by row with the moves that stay below size */
static void next_term(int size, double scale, double theta, double share, lanes *m, lanes *t) {
  for (int r = 0; r < size; r++) {
    int first = r ? row_end[r - 1] : 0, last = first;
    while (last < row_end[r] && to[last] < size) last++;
    lanes stay;
    for (int l = 0; l < LANES; l++) stay[l] = (theta - exits[r][l] * scale) * share;
    if (last - first == 2) {
      lanes a, b;
      for (int l = 0; l < LANES; l++) a[l] = rate[first][l] * scale * share, b[l] = rate[first + 1][l] * scale * share;
      lanes *x = m + to[first] * size, *y = m + to[first + 1] * size, *own = m + r * size, *into = t + r * size;
      for (int c = 0; c < size; c++)
        for (int l = 0; l < LANES; l++) into[c][l] = stay[l] * own[c][l] + a[l] * x[c][l] + b[l] * y[c][l];
    } else {
      for (int c = 0; c < size; c++)
        for (int l = 0; l < LANES; l++) t[r * size + c][l] = stay[l] * m[r * size + c][l];
      for (int j = first; j < last; j++)
        for (int c = 0; c < size; c++)
          for (int l = 0; l < LANES; l++) t[r * size + c][l] += rate[j][l] * scale * share * m[to[j] * size + c][l];
    }
    for (int l = 0; l < LANES; l++) t[r * size + r][l] += 1;
  }
}

static void multiply(int rows, int size, lanes *a, lanes *b, lanes *t) {
  for (int r = 0; r < rows; r++)
    for (int c = 0; c < size; c++) {
      lanes sum;
      for (int l = 0; l < LANES; l++) sum[l] = a[r * size][l] * b[c][l];
      for (int k = 1; k < size; k++)
        for (int l = 0; l < LANES; l++) sum[l] += a[r * size + k][l] * b[k * size + c][l];
      memcpy(t[r * size + c], sum, sizeof sum);
    }
}

static lanes *exponentiate(int size) {
  double speed = fastest(size);
  int squarings = speed > 0 ? (int)fmax(0, ceil(log2(speed / 0.5))) : 0;
  double scale = ldexp(1, -squarings), theta = speed * scale, term = theta;
  int terms = 1;
  while (term > 1e-13 * scale) term *= theta / ++terms;
  lanes *here = one, *there = two, *swap;
  memset(here, 0, sizeof(lanes) * size * size);
  for (int k = 0; k < size; k++) for (int l = 0; l < LANES; l++) here[k * size + k][l] = 1;
  for (int n = terms; n > 0; n--) { next_term(size, scale, theta, 1.0 / n, here, there); swap = here; here = there; there = swap; }
  double decay = exp(-theta);
  for (int i = 0; i < size * size; i++) for (int l = 0; l < LANES; l++) here[i][l] *= decay;
  for (int s = 0; s < squarings; s++) { multiply(size, size, here, here, there); swap = here; here = there; there = swap; }
  return here;
}

static void run(int size) {
  for (int k = 0; k < size; k++) for (int l = 0; l < LANES; l++) path[k][l] = start[k];
  if (!size) return;
  lanes *matrix = exponentiate(size);
  for (int h = 0; h < months; h++) multiply(1, size, path + h * size, matrix, path + (h + 1) * size);
}

static void record_loss(int size, double *row) {
  for (int h = 0; h <= months; h++, row += LANES)
    for (int l = 0; l < LANES; l++) {
      double left = 0;
      for (int k = 0; k < size; k++) left += path[h * size + k][l];
      row[l] = fmin(fmax(1 - left, 0), 1);
    }
}

static void record_occupancy(double *rows, int severity) {
  for (int h = 0; h <= months; h++)
    for (int l = 0; l < LANES; l++) {
      double severe = 0;
      for (int k = rungs - 1; k >= 0; k--) {
        double p = fmin(fmax(path[h * rungs + k][l], 0), 1);
        severe += p * k / rungs;
        rows[(size_t)(k * (months + 1) + h) * LANES + l] = p;
      }
      rows[(size_t)(severity * (months + 1) + h) * LANES + l] = fmin(severe, 1);
    }
}

static double *speed_of;
static int by_speed(const void *a, const void *b) {
  int x = *(const int *)a, y = *(const int *)b;
  return speed_of[x] < speed_of[y] ? -1 : speed_of[x] > speed_of[y] ? 1 : x - y;
}

/* One draw of each replicate in turn, and each replicate's by speed. */
static void order_block(int first, int size, int *order) {
  int own[BLOCK / REPLICATES];
  for (int r = 0; r < REPLICATES && r < size; r++) {
    int count = 0;
    for (int i = r; i < size; i += REPLICATES) own[count++] = first + i;
    qsort(own, count, sizeof(int), by_speed);
    for (int i = 0; i < count; i++) order[r + i * REPLICATES] = own[i];
  }
}

static void find_speeds(void) {
  for (int d = 0; d < draws; d++) {
    double total[MAX_RUNGS] = {0}, top = 0;
    for (int j = 0; j < moves; j++) total[from[j]] += rates[(size_t)j * draws + d];
    for (int k = 0; k < rungs; k++) top = fmax(top, total[k]);
    for (int m = 0; m < responses; m++) top = fmax(top, rates[(size_t)(moves + m) * draws + d]);
    speed_of[d] = top;
  }
}

static void propagate(int size, int *order, double *rows) {
  for (int g = 0; g * LANES < size; g++, rows += (size_t)values * LANES) {
    int at[LANES];
    for (int l = 0; l < LANES; l++) at[l] = order[g * LANES + l < size ? g * LANES + l : size - 1];
    memset(plain_exits, 0, sizeof plain_exits);
    for (int j = 0; j < moves; j++) for (int l = 0; l < LANES; l++) {
      rate[j][l] = rates[(size_t)j * draws + at[l]];
      plain_exits[from[j]][l] += rate[j][l];
    }
    memcpy(exits, plain_exits, sizeof exits);
    run(rungs);
    record_occupancy(rows, 2 * rungs + responses);
    for (int r = 0; r < rungs; r++) run(r), record_loss(r, rows + (size_t)(rungs + r) * (months + 1) * LANES);
    for (int m = 0; m < responses; m++) {
      for (int k = 0; k < rungs; k++) for (int l = 0; l < LANES; l++)
        exits[k][l] = plain_exits[k][l] + rates[(size_t)(moves + m) * draws + at[l]] * multiples[m * rungs + k];
      run(rungs);
      record_loss(rungs, rows + (size_t)(2 * rungs + m) * (months + 1) * LANES);
    }
  }
}

static void tally(int size, double *rows, double *sums, int *counts, double *least, double *most) {
  for (int v = 0; v < values; v++) for (int i = 0; i < size; i++) {
    double x = rows[((size_t)(i / LANES) * values + v) * LANES + i % LANES];
    int bin = (int)(x * BINS);
    sums[v * REPLICATES + i % REPLICATES] += x;
    counts[(size_t)v * BINS + (bin < BINS ? bin : BINS - 1)]++;
    if (x < least[v]) least[v] = x;
    if (x > most[v]) most[v] = x;
  }
}

/* The value of a rank, draws taken as evenly spread within their bin; ranks rise. */
static double at_rank(int *counts, int rank, int *bin, int *below) {
  while (rank >= *below + counts[*bin]) *below += counts[(*bin)++];
  return (*bin + (rank - *below + 0.5) / counts[*bin]) / BINS;
}

static void summarise(double *sums, int *counts, double *least, double *most, double *means, double *errors, double *quantiles) {
  static const double wanted[] = {0.05, 0.25, 0.5, 0.75, 0.95};
  for (int v = 0; v < values; v++) {
    double sum = 0, squares = 0;
    for (int r = 0; r < REPLICATES; r++) sum += sums[v * REPLICATES + r];
    means[v] = sum / draws;
    for (int r = 0; r < REPLICATES; r++) squares += pow(sums[v * REPLICATES + r] * REPLICATES / draws - means[v], 2);
    errors[v] = sqrt(squares / (REPLICATES - 1) / REPLICATES);
    int bin = (int)fmin(least[v] * BINS, BINS - 1), below = 0;
    for (int q = 0; q < 5; q++) {
      double position = (draws - 1) * wanted[q];
      int rank = (int)position;
      double low = fmin(fmax(at_rank(counts + (size_t)v * BINS, rank, &bin, &below), least[v]), most[v]);
      double high = fmin(fmax(at_rank(counts + (size_t)v * BINS, rank + 1, &bin, &below), least[v]), most[v]);
      quantiles[v * 5 + q] = low + (position - rank) * (high - low);
    }
  }
}

static void forecast(double *means, double *errors, double *quantiles) {
  static double *rows, *sums, *least, *most;
  static int *counts;
  if (!rows) {
    rows = malloc(sizeof(double) * values * BLOCK), sums = malloc(sizeof(double) * REPLICATES * values);
    counts = malloc(sizeof(int) * (size_t)values * BINS), least = malloc(sizeof(double) * 2 * values), most = least + values;
    speed_of = malloc(sizeof(double) * draws);
  }
  memset(sums, 0, sizeof(double) * REPLICATES * values), memset(counts, 0, sizeof(int) * (size_t)values * BINS);
  for (int v = 0; v < values; v++) least[v] = 1, most[v] = 0;
  draw_rates();
  find_speeds();
  for (int first = 0; first < draws; first += BLOCK) {
    int size = draws - first < BLOCK ? draws - first : BLOCK, order[BLOCK];
    order_block(first, size, order);
    propagate(size, order, rows);
    tally(size, rows, sums, counts, least, most);
  }
  summarise(sums, counts, least, most, means, errors, quantiles);
}

static double *read_doubles(FILE *f, size_t n) {
  double *x = malloc(sizeof(double) * (n + 1));
  if (fread(x, sizeof(double), n, f) != n) exit(1);
  return x;
}

static int by_value(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static void read_case(FILE *f) {
  double *head = read_doubles(f, 6);
  draws = head[0], rungs = head[1], moves = head[2], responses = head[3], months = head[4], drivers = head[5];
  double *ends = read_doubles(f, 2 * moves);
  for (int j = 0; j < moves; j++) {
    from[j] = ends[2 * j], to[j] = ends[2 * j + 1];
    for (int k = from[j]; k < rungs; k++) row_end[k] = j + 1;
  }
  int kinds = moves + responses;
  start = read_doubles(f, rungs);
  multiples = read_doubles(f, (size_t)responses * rungs);
  acts = read_doubles(f, (size_t)kinds * drivers);
  signs = read_doubles(f, 2 * drivers);
  base = read_doubles(f, (size_t)kinds * draws);
  intensity = read_doubles(f, (size_t)drivers * draws);
  log_multiplier = read_doubles(f, (size_t)drivers * draws);
  rates = malloc(sizeof(double) * kinds * draws);
  series = 2 * rungs + responses + 1, values = series * (months + 1);
}

int main(int argc, char **argv) {
  FILE *f = argc > 2 ? fopen(argv[1], "rb") : NULL;
  if (!f) return 2;
  read_case(f);
  int repeats = atoi(argv[2]);
  double *out = malloc(sizeof(double) * 7 * values), *times = malloc(sizeof(double) * repeats);
  for (int i = 0; i < repeats; i++) {
    struct timespec a, b;
    clock_gettime(CLOCK_MONOTONIC, &a);
    forecast(out, out + values, out + 2 * values);
    clock_gettime(CLOCK_MONOTONIC, &b);
    times[i] = (b.tv_sec - a.tv_sec) * 1e3 + (b.tv_nsec - a.tv_nsec) / 1e6;
  }
  qsort(times, repeats, sizeof(double), by_value);
  printf("{\"milliseconds\": %.3f, \"reach\": [", times[repeats / 2]);
  for (int r = 0; r < rungs; r++) printf("%s%.12f", r ? ", " : "", out[(rungs + r) * (months + 1) + months]);
  printf("]}\n");
  return 0;
}
