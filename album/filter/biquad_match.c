/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/filter/biquad.h"

#include <math.h>

#include "album/filter/least_squares.h"

/* The magnitude is fitted up to 20 kHz at 44.1 kHz, the same part of the band at other rates. */
#define FIT_TOP 0.4545
#define GRID_LOG 72  /* points over the whole band */
#define GRID_NEAR 33 /* points about the centre */
#define GRID (GRID_LOG + GRID_NEAR)
#define GOOD_ERROR_DB 0.3 /* weighted, root mean square */
#define PARAMETERS 4
#define LEVELLING_ROUNDS 3

/* The parameters of a section, as logarithms: positive whatever the fit does to them. */
enum { GP, KP, GZ, KZ };

/* A section as the fit sees it, with t = tan(w/2) for frequency:
 *   second order  K^2 ((gz^2 - t^2)^2 + (kz gz t)^2) / ((gp^2 - t^2)^2 + (kp gp t)^2)
 *   first order   K^2 (t^2 + gz^2) / (t^2 + gp^2)
 * A high pass has t^4 or t^2 in place of the upper half, and GZ stands for K. */
typedef struct {
  const AlPrototype *prototype;
  gboolean first_order;
  gboolean high_pass;
  gboolean notch;
  double parameter[PARAMETERS];
  gboolean free[PARAMETERS];
} Section;

/* A place where the fit compares. */
typedef struct {
  double t;
  double target_db;
  double importance; /* how much an error matters */
  double weight;     /* how much the fit minds it */
} Point;

static double
section_gain(const Section *section)
{
  const AlPrototype *p = section->prototype;
  double ratio = exp(section->parameter[GP] - section->parameter[GZ]);

  if (section->high_pass)
    return exp(section->parameter[GZ]);
  return p->n[0] / p->d[0] * (section->first_order ? ratio : ratio * ratio);
}

static double
factor_power(double g, double k, double t, gboolean first_order)
{
  double difference = g * g - t * t;

  if (first_order)
    return g * g + t * t;
  return difference * difference + k * k * g * g * t * t;
}

static double
section_db(const Section *section, double t)
{
  const double *log_of = section->parameter;
  double gain = section_gain(section);
  double poles = factor_power(exp(log_of[GP]), exp(log_of[KP]), t, section->first_order);
  double zeros = factor_power(exp(log_of[GZ]), section->notch ? 0.0 : exp(log_of[KZ]), t,
                              section->first_order);

  if (section->high_pass)
    zeros = section->first_order ? t * t : t * t * t * t;
  return 10.0 * log10(gain * gain * zeros / poles + 1e-30);
}

/* tan(w/2) of an analogue frequency, held inside the band. */
static double
warp(double hz, int rate)
{
  return tan(G_PI * MIN(hz / rate, 0.47));
}

/* Where the bilinear transform would put poles and zeros. A low pass has its zeros at infinity
 * there; here they begin where the gain at half the rate is the analogue one. */
static void
section_start(Section *section, int rate)
{
  const AlPrototype *p = section->prototype;
  int order = section->first_order ? 1 : 2;
  double hz = p->centre_hz;
  double *log_of = section->parameter;
  double top = sqrt(al_prototype_power(p, rate / 2.0));

  log_of[GP] = log(warp(hz * pow(p->d[0] / p->d[order], 1.0 / order), rate));
  log_of[KP] = section->first_order ? 0.0 : log(p->d[1] / sqrt(p->d[0] * p->d[2]));
  log_of[KZ] = log(2.0);
  if (section->high_pass) {
    log_of[GZ] = log(top);
  } else if (p->n[order] == 0.0) {
    log_of[GZ] = log_of[GP] - log(top) / order;
  } else {
    log_of[GZ] = log(warp(hz * pow(p->n[0] / p->n[order], 1.0 / order), rate));
    if (order == 2 && p->n[1] > 0.0)
      log_of[KZ] = log(p->n[1] / sqrt(p->n[0] * p->n[2]));
  }
}

static void
section_init(Section *section, const AlPrototype *prototype, int rate)
{
  const AlPrototype *p = prototype;

  *section = (Section){.prototype = prototype};
  section->first_order = p->d[2] == 0.0;
  section->high_pass = p->n[0] == 0.0;
  section->notch = !section->first_order && p->n[2] != 0.0 && p->n[0] != 0.0 && p->n[1] == 0.0;
  section_start(section, rate);
  section->free[GP] = TRUE;
  section->free[KP] = !section->first_order;
  section->free[GZ] = !section->notch; /* a notch stays where it is */
  section->free[KZ] = !section->first_order && !section->high_pass && !section->notch;
}

static Point
point_at(const AlPrototype *prototype, double hz, int rate)
{
  double db = 10.0 * log10(al_prototype_power(prototype, hz) + 1e-30);
  /* Up to 2 kHz a tenth of the error is allowed that may be at the top. */
  double importance = 1.0 + 9.0 / (1.0 + pow(hz / (0.055 * rate), 4.0));

  if (db < -20.0) /* deep in a stop band less and less of it is heard */
    importance *= 400.0 / (db * db);
  return (Point){tan(G_PI * hz / rate), db, importance, importance};
}

static void
fill_points(Point points[GRID], const AlPrototype *prototype, int rate)
{
  double top = FIT_TOP * rate;
  double centre = prototype->centre_hz;
  double bottom = MIN(20.0, centre / 4.0);
  double band = fabs(prototype->d[1]) / MAX(prototype->d[0], 1e-9);

  for (int i = 0; i < GRID_LOG; i++)
    points[i] = point_at(prototype, bottom * pow(top / bottom, i / (GRID_LOG - 1.0)), rate);
  for (int i = 0; i < GRID_NEAR; i++) {
    double octaves = (i - GRID_NEAR / 2) * MIN(band, 2.0) / GRID_NEAR * 4.0;

    points[GRID_LOG + i] = point_at(prototype, MIN(centre * exp2(octaves), top), rate);
  }
}

/* What the least squares see: the free parameters of the section one behind the other. */
typedef struct {
  const Section *section;
  const Point *points;
} Fit;

static guint
free_parameters(const Section *section, double *values)
{
  guint count = 0;

  for (guint k = 0; k < PARAMETERS; k++)
    if (section->free[k])
      values[count++] = section->parameter[k];
  return count;
}

static void
set_free_parameters(Section *section, const double *values)
{
  for (guint k = 0; k < PARAMETERS; k++)
    if (section->free[k])
      section->parameter[k] = *values++;
}

static double
residual(const double *values, gsize i, gconstpointer data)
{
  const Fit *of = data;
  Section section = *of->section;

  set_free_parameters(&section, values);
  return of->points[i].weight * (section_db(&section, of->points[i].t) - of->points[i].target_db);
}

/* Returns the sum of squares that is left. */
static double
fit(Section *section, const Point points[GRID])
{
  Fit of = {section, points};
  AlLeastSquares problem = {.residual = residual, .data = &of, .points = GRID};
  double values[PARAMETERS];
  double error;

  problem.parameters = free_parameters(section, values);
  error = al_least_squares_fit(&problem, values);
  set_free_parameters(section, values);
  return error;
}

/* s = (1 - z^-1) / (1 + z^-1) put into c[2] s^2 + c[1] s + c[0], times (1 + z^-1)^2. */
static void
bilinear(const double c[3], double z[3])
{
  z[0] = c[2] + c[1] + c[0];
  z[1] = 2.0 * (c[0] - c[2]);
  z[2] = c[2] - c[1] + c[0];
}

static AlBiquad
section_biquad(const Section *section)
{
  double gain = section_gain(section);
  double gp = exp(section->parameter[GP]), gz = exp(section->parameter[GZ]);
  double kp = exp(section->parameter[KP]);
  double kz = section->notch ? 0.0 : exp(section->parameter[KZ]);
  double poles[3] = {gp * gp, kp * gp, 1.0}, zeros[3] = {gz * gz, kz * gz, 1.0};
  double a[3], b[3];

  if (section->first_order) { /* (s + g) (s + 1): the second factor is in both halves */
    poles[0] = gp;
    poles[1] = 1.0 + gp;
    zeros[0] = gz;
    zeros[1] = 1.0 + gz;
  }
  if (section->high_pass) {
    zeros[0] = 0.0;
    zeros[1] = section->first_order ? 1.0 : 0.0;
  }
  bilinear(poles, a);
  bilinear(zeros, b);
  return (AlBiquad){gain * b[0] / a[0], gain * b[1] / a[0], gain * b[2] / a[0], a[1] / a[0],
                    a[2] / a[0]};
}

/* Is it the smaller one of a pair of a filter and its inverse? */
static gboolean
is_cut(const AlPrototype *p)
{
  double low = p->n[0] / p->d[0];
  double high = p->d[2] > 0.0 ? p->n[2] / p->d[2] : p->n[1] / p->d[1];

  if (p->n[0] <= 0.0 || high <= 0.0 || p->n[1] <= 0.0)
    return FALSE; /* a pass or a notch has no inverse */
  if (p->d[2] == 0.0)
    return high < low; /* a tilt */
  return low * high < 1.0 || (low * high == 1.0 && p->n[1] < p->d[1]);
}

/* A resonant shelf near the top has poles beyond half the rate, where the bilinear transform is no
 * good beginning: other ones are tried until the fit is good. */
static void
fit_from_all(Section *best, const Point points[GRID], int rate)
{
  static const struct {
    double gp, kp;
  } starts[] = {{1.0, 1.0}, {3.0, 1.0}, {10.0, 2.0}, {10.0, 5.0}};
  double error = fit(best, points);

  for (gsize i = 0; i < G_N_ELEMENTS(starts); i++) {
    Section other;
    double other_error;

    if (best->first_order || error < GRID * GOOD_ERROR_DB * GOOD_ERROR_DB)
      return;
    section_init(&other, best->prototype, rate);
    other.parameter[GP] = log(starts[i].gp);
    other.parameter[KP] = log(starts[i].kp);
    other_error = fit(&other, points);
    if (other_error < error) {
      error = other_error;
      *best = other;
    }
  }
}

static double
point_error(const Section *section, const Point *point)
{
  return point->importance * fabs(section_db(section, point->t) - point->target_db);
}

static double
largest_error(const Section *section, const Point points[GRID])
{
  double largest = 0.0;

  for (int i = 0; i < GRID; i++)
    largest = MAX(largest, point_error(section, &points[i]));
  return largest;
}

/* Makes the largest error smaller at the cost of the others: what is worst weighs more. */
static void
level_out(Section *best, Point points[GRID])
{
  Section section = *best;
  double least = largest_error(best, points);

  for (int round = 0; round < LEVELLING_ROUNDS && least > GOOD_ERROR_DB; round++) {
    double largest = largest_error(&section, points);

    for (int i = 0; i < GRID; i++)
      points[i].weight *= sqrt(0.2 + point_error(&section, &points[i]) / largest);
    fit(&section, points);
    largest = largest_error(&section, points);
    if (largest < least) {
      least = largest;
      *best = section;
    }
  }
}

AlBiquad
al_biquad_match(const AlPrototype *prototype, int rate)
{
  Point points[GRID];
  Section section;

  g_assert(prototype->centre_hz > 0.0 && prototype->centre_hz < rate / 2.0);
  if (is_cut(prototype)) {
    AlPrototype boost = al_prototype_inverse(prototype);
    AlBiquad biquad = al_biquad_match(&boost, rate);

    return al_biquad_inverse(&biquad);
  }
  section_init(&section, prototype, rate);
  fill_points(points, prototype, rate);
  fit_from_all(&section, points, rate);
  level_out(&section, points);
  return section_biquad(&section);
}
