/* The propagation and tally of src/forecast in C, for the practical limit of one thread.
 *
 *   gcc -O3 -march=native -o chain chain.c -lm
 *   ./chain rates.bin REPEATS     prints the median milliseconds and the claims' means
 *
 * rates.bin (by bench/engine.ts), doubles: draws, rungs, moves, responses, months; per move
 * from and to; start; per response its multiple on each rung; then per move and per response
 * the rate of every draw. Rates are the same in every month.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LANES = 32, BLOCK = 256, BINS = 2048, MAX_RUNGS = 12, MAX_MOVES = 132 };
typedef double lanes[LANES];

static int draws, rungs, moves, responses, months;
static int from[MAX_MOVES], to[MAX_MOVES];
static double *start, *multiples, *move_rates, *response_rates;
static lanes rate[MAX_MOVES], plain_exits[MAX_RUNGS], exits[MAX_RUNGS];
static lanes one[MAX_RUNGS * MAX_RUNGS], two[MAX_RUNGS * MAX_RUNGS], state[MAX_RUNGS], scratch[MAX_RUNGS];

static double fastest(int size) {
  double top = 0;
  for (int k = 0; k < size; k++)
    for (int l = 0; l < LANES; l++) if (exits[k][l] > top) top = exits[k][l];
  return top;
}

static void shifted(int size, int count, double scale, double theta, lanes *m, lanes *t) {
  for (int r = 0; r < size; r++)
    for (int c = 0; c < size; c++)
      for (int l = 0; l < LANES; l++)
        t[r * size + c][l] = (r == c) + (theta - exits[r][l] * scale) * m[r * size + c][l];
  for (int j = 0; j < count; j++)
    for (int c = 0; c < size; c++)
      for (int l = 0; l < LANES; l++)
        t[from[j] * size + c][l] += rate[j][l] * scale * m[to[j] * size + c][l];
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

static lanes *exponentiate(int size, int count) {
  double speed = fastest(size);
  int squarings = speed > 0 ? (int)fmax(0, ceil(log2(speed / 0.5))) : 0;
  double scale = ldexp(1, -squarings), theta = speed * scale, term = theta;
  int terms = 1;
  while (term > 1e-13 * scale) term *= theta / ++terms;
  lanes *here = one, *there = two, *swap;
  memset(here, 0, sizeof one);
  for (int k = 0; k < size; k++) for (int l = 0; l < LANES; l++) here[k * size + k][l] = 1;
  for (int n = terms; n > 0; n--) { shifted(size, count, scale / n, theta / n, here, there); swap = here; here = there; there = swap; }
  double decay = exp(-theta);
  for (int i = 0; i < size * size; i++) for (int l = 0; l < LANES; l++) here[i][l] *= decay;
  for (int s = 0; s < squarings; s++) { multiply(size, size, here, here, there); swap = here; here = there; there = swap; }
  return here;
}

typedef void record(int month, lanes *state, int size, int series, double *rows);

static void loss(int month, lanes *s, int size, int series, double *rows) {
  double *row = rows + (size_t)(series * (months + 1) + month) * LANES;
  for (int l = 0; l < LANES; l++) {
    double left = 0;
    for (int k = 0; k < size; k++) left += s[k][l];
    row[l] = fmin(fmax(1 - left, 0), 1);
  }
}

static void occupancy(int month, lanes *s, int size, int series, double *rows) {
  for (int l = 0; l < LANES; l++) {
    double above = 0, severe = 0;
    for (int k = size - 1; k >= 0; k--) {
      double p = fmin(fmax(s[k][l], 0), 1);
      above = fmin(above + p, 1);
      severe += p * k / size;
      rows[(size_t)(k * (months + 1) + month) * LANES + l] = p;
      rows[(size_t)((series + 1 + k) * (months + 1) + month) * LANES + l] = above;
    }
    rows[(size_t)(series * (months + 1) + month) * LANES + l] = fmin(severe, 1);
  }
}

static void run(int size, int series, record *write, double *rows) {
  int count = 0;
  for (int j = 0; j < moves; j++) if (from[j] < size && to[j] < size) count = j + 1; else break;
  for (int k = 0; k < size; k++) for (int l = 0; l < LANES; l++) state[k][l] = start[k];
  lanes *matrix = size ? exponentiate(size, count) : one;
  write(0, state, size, series, rows);
  for (int h = 1; h <= months; h++) {
    if (size) { multiply(1, size, state, matrix, scratch); memcpy(state, scratch, sizeof(lanes) * size); }
    write(h, state, size, series, rows);
  }
}

static double *speed_of;
static int by_speed(const void *a, const void *b) {
  int x = *(const int *)a, y = *(const int *)b;
  return speed_of[x] < speed_of[y] ? -1 : speed_of[x] > speed_of[y] ? 1 : x - y;
}

static void forecast(int series, double *means) {
  int values = series * (months + 1);
  double *rows = malloc(sizeof(double) * values * BLOCK), *sums = calloc(8 * (size_t)values, sizeof(double));
  unsigned *counts = calloc((size_t)values * BINS, sizeof(unsigned));
  double *speeds = calloc(draws, sizeof(double)), total[MAX_RUNGS];
  int order[BLOCK];
  speed_of = speeds;
  for (int d = 0; d < draws; d++) {
    memset(total, 0, sizeof total);
    for (int j = 0; j < moves; j++) total[from[j]] += move_rates[(size_t)j * draws + d];
    for (int k = 0; k < rungs; k++) speeds[d] = fmax(speeds[d], total[k]);
  }
  for (int first = 0; first < draws; first += BLOCK) {
    int size = draws - first < BLOCK ? draws - first : BLOCK;
    for (int i = 0; i < size; i++) order[i] = first + i;
    qsort(order, size, sizeof(int), by_speed);
    for (int g = 0; g * LANES < size; g++) {
      double *own = rows + (size_t)g * values * LANES;
      memset(plain_exits, 0, sizeof plain_exits);
      for (int j = 0; j < moves; j++) for (int l = 0; l < LANES; l++) {
        int at = g * LANES + l < size ? g * LANES + l : size - 1;
        rate[j][l] = move_rates[(size_t)j * draws + order[at]];
        plain_exits[from[j]][l] += rate[j][l];
      }
      memcpy(exits, plain_exits, sizeof exits);
      run(rungs, 2 * rungs + responses, occupancy, own);
      for (int r = 0; r < rungs; r++) run(r, rungs + r, loss, own);
      for (int m = 0; m < responses; m++) {
        for (int k = 0; k < rungs; k++) for (int l = 0; l < LANES; l++) {
          int at = g * LANES + l < size ? g * LANES + l : size - 1;
          exits[k][l] = plain_exits[k][l] + response_rates[(size_t)m * draws + order[at]] * multiples[m * rungs + k];
        }
        run(rungs, 2 * rungs + m, loss, own);
      }
    }
    for (int v = 0; v < values; v++) for (int i = 0; i < size; i++) {
      double x = rows[((size_t)(i / LANES) * values + v) * LANES + i % LANES];
      int bin = (int)(x * BINS);
      sums[(size_t)(order[i] % 8) * values + v] += x;
      counts[(size_t)v * BINS + (bin < BINS ? bin : BINS - 1)]++;
    }
  }
  for (int v = 0; v < values; v++) {
    means[v] = 0;
    for (int r = 0; r < 8; r++) means[v] += sums[(size_t)r * values + v] / draws;
  }
  free(rows); free(sums); free(counts); free(speeds);
}

static double *read_doubles(FILE *f, size_t n) {
  double *x = malloc(sizeof(double) * n);
  if (fread(x, sizeof(double), n, f) != n) exit(1);
  return x;
}

static int by_value(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int argc, char **argv) {
  FILE *f = argc > 2 ? fopen(argv[1], "rb") : NULL;
  if (!f) return 2;
  double *head = read_doubles(f, 5);
  draws = head[0], rungs = head[1], moves = head[2], responses = head[3], months = head[4];
  double *ends = read_doubles(f, 2 * moves);
  for (int j = 0; j < moves; j++) from[j] = ends[2 * j], to[j] = ends[2 * j + 1];
  start = read_doubles(f, rungs);
  multiples = read_doubles(f, (size_t)responses * rungs);
  move_rates = read_doubles(f, (size_t)moves * draws);
  response_rates = read_doubles(f, (size_t)responses * draws);
  int repeats = atoi(argv[2]), series = 3 * rungs + responses + 1;
  double *means = malloc(sizeof(double) * series * (months + 1)), *times = malloc(sizeof(double) * repeats);
  for (int i = 0; i < repeats; i++) {
    struct timespec a, b;
    clock_gettime(CLOCK_MONOTONIC, &a);
    forecast(series, means);
    clock_gettime(CLOCK_MONOTONIC, &b);
    times[i] = (b.tv_sec - a.tv_sec) * 1e3 + (b.tv_nsec - a.tv_nsec) / 1e6;
  }
  qsort(times, repeats, sizeof(double), by_value);
  printf("{\"milliseconds\": %.3f, \"reach\": [", times[repeats / 2]);
  for (int r = 0; r < rungs; r++) printf("%s%.12f", r ? ", " : "", means[(rungs + r) * (months + 1) + months]);
  printf("]}\n");
  return 0;
}
