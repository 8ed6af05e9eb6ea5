/* SPDX-License-Identifier: MIT */
/* Times as records have them. */
#include "session/record_time.h"

#include <time.h>

static const char shape[] = "0000-00-00T00:00:00.000Z"; /* 0: any digit */

static long long in_bounds(long long when)
{
    return when < 0 ? 0 : when > RECORD_TIME_LAST ? RECORD_TIME_LAST : when;
}

long long record_time_now(void)
{
    struct timespec now;
    if (clock_gettime(CLOCK_REALTIME, &now) != 0)
        return 0;
    return in_bounds((long long)now.tv_sec * 1000 + now.tv_nsec / 1000000);
}

static int number(struct slice text, size_t from, size_t len)
{
    int value = 0;
    for (size_t i = from; i < from + len; i++)
        value = value * 10 + (text.at[i] - '0');
    return value;
}

long long record_time_read(struct slice text)
{
    if (text.len != sizeof shape - 1)
        return -1;
    for (size_t i = 0; i < text.len; i++)
        if (shape[i] == '0' ? !byte_is_digit(text.at[i]) : text.at[i] != shape[i])
            return -1;
    struct tm tm = {.tm_year = number(text, 0, 4) - 1900,
                    .tm_mon = number(text, 5, 2) - 1,
                    .tm_mday = number(text, 8, 2),
                    .tm_hour = number(text, 11, 2),
                    .tm_min = number(text, 14, 2),
                    .tm_sec = number(text, 17, 2)};
    long long seconds = (long long)timegm(&tm); /* a 13th month goes on in the next year */
    return in_bounds(seconds * 1000 + number(text, 20, 3));
}

void record_time_write(long long when, struct buffer *out)
{
    struct tm tm = {0};
    when = in_bounds(when);
    time_t seconds = (time_t)(when / 1000);
    gmtime_r(&seconds, &tm);
    buffer_addf(out, "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", tm.tm_year + 1900, tm.tm_mon + 1,
                tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec, (int)(when % 1000));
}
