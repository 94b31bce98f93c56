/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/activity.h"

void
al_activity_meter_add(AlActivityMeter *meter, const double *reductions_db, gsize count)
{
  double max_db = meter->max_db;
  double sum_db = 0;
  double working = 0;

  for (gsize i = 0; i < count; i++) {
    double value = reductions_db[i];
    double at_work = value > AL_ACTIVITY_WORKING_DB ? 1 : 0;

    max_db = MAX(max_db, value);
    sum_db += at_work * value;
    working += at_work;
  }
  meter->max_db = max_db;
  meter->sum_db += sum_db;
  meter->working_count += (gint64)working;
  meter->count += (gint64)count;
}

AlActivity
al_activity_meter_get(const AlActivityMeter *meter)
{
  return (AlActivity){
      .max_db = meter->max_db,
      .mean_db = meter->working_count > 0 ? meter->sum_db / (double)meter->working_count : 0,
      .working = meter->count > 0 ? (double)meter->working_count / (double)meter->count : 0,
  };
}
