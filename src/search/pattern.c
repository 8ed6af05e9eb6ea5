/* SPDX-License-Identifier: MIT */
/* Compiling a pattern and matching it, within bounds. */
#include "search/pattern.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "search/amount.h"
#include "search/translate.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>
#include <time.h>

enum {
    LONGEST = 64 * 1024,     /* bytes of a pattern */
    MATCH_LIMIT = 50 * 1000, /* steps back, for each place a match may begin at */
    DEPTH_LIMIT = 20 * 1000,
    HEAP_LIMIT = 32 * 1024, /* KiB */
    STACK_FIRST = 32 * 1024,
    STACK_MOST = 1024 * 1024,
    CHUNK = 4096,   /* places between two looks at the clock */
    MOST_TIME = 100 /* milliseconds for a chunk */
};

struct pattern {
    pcre2_code *code;                /* NULL: it is a number */
    struct amount amount;            /* which one */
    struct prefilter filter, second; /* without words: there is none */
};

struct matcher {
    const struct pattern *pattern;
    pcre2_match_data *data;
    pcre2_match_context *context;
    pcre2_jit_stack *stack; /* NULL without a just-in-time compiler */
    bool scaled;            /* the number found last is at another scale */
};

static const uint32_t common_options =
    PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C | PCRE2_USE_OFFSET_LIMIT;

static void *take_memory(PCRE2_SIZE size, void *data)
{
    (void)data;
    return memory_for_library(size);
}

static void give_memory(void *at, void *data)
{
    (void)data;
    free(at);
}

/* Memory for PCRE2 that does not run out without a word; what is made with it keeps the functions.
 */
static pcre2_general_context *memory_context(void)
{
    return pcre2_general_context_create(take_memory, give_memory, NULL);
}

/* Compiles UTF-8; NULL with PCRE2's number and place of the error. */
static pcre2_code *compile(struct slice text, bool ignore_case, int *number, size_t *place)
{
    pcre2_general_context *memory = memory_context();
    pcre2_compile_context *context = pcre2_compile_context_create(memory);
    pcre2_set_newline(context, PCRE2_NEWLINE_LF);
    pcre2_set_parens_nest_limit(context, 100);
    uint32_t options = common_options | (ignore_case ? PCRE2_CASELESS : 0);
    pcre2_code *code =
        pcre2_compile((PCRE2_SPTR)text.at, text.len, options, number, place, context);
    pcre2_compile_context_free(context);
    pcre2_general_context_free(memory);
    return code;
}

static bool has_capital(struct slice letters)
{
    int number;
    size_t place;
    pcre2_code *code = compile(SLICE("\\p{Lu}"), false, &number, &place);
    pcre2_match_data *data = pcre2_match_data_create_from_pattern(code, NULL);
    bool found = letters.len > 0 &&
                 pcre2_match(code, (PCRE2_SPTR)letters.at, letters.len, 0, 0, data, NULL) >= 0;
    pcre2_match_data_free(data);
    pcre2_code_free(code);
    return found;
}

static void say_error(struct error *e, int number, size_t place)
{
    PCRE2_UCHAR words[256];
    if (pcre2_get_error_message(number, words, sizeof words) < 0)
        words[0] = '\0';
    error_set_at(e, ERROR_PATTERN, 1, place + 1, "%s", (const char *)words);
}

/* The code for the text as it is translated. */
static pcre2_code *compile_pattern(struct slice text, bool literal, bool ignore_case,
                                   struct error *e)
{
    int number = 0;
    size_t place = 0;
    /* The reader's own words are compiled first, so that an error is told where it was typed. */
    pcre2_code *own = literal ? NULL : compile(text, ignore_case, &number, &place);
    if (!literal && !own) {
        say_error(e, number, place);
        return NULL;
    }
    struct buffer source = {0};
    translate_pattern(text, literal, &source, NULL);
    pcre2_code *code = compile(buffer_slice(&source), ignore_case, &number, &place);
    buffer_deinit(&source);
    if (!code && !own)
        say_error(e, number, 0);
    if (!code)
        return own; /* the translation asks for something that the original does not */
    pcre2_code_free(own);
    return code;
}

static struct pattern *new_pattern(pcre2_code *code, struct literals words, struct literals also)
{
    struct pattern *p = memory_alloc(sizeof *p);
    p->code = code;
    prefilter_init(&p->filter, words);
    prefilter_init(&p->second, also);
    return p;
}

static struct pattern *new_number(struct slice text, struct error *e)
{
    struct amount amount;
    if (!amount_read(text, &amount, e))
        return NULL;
    struct pattern *p = new_pattern(NULL, amount_words(&amount), (struct literals){0});
    p->amount = amount;
    return p;
}

struct pattern *pattern_new(struct slice text, struct pattern_options options, struct error *e)
{
    if (text.len == 0 || text.len > LONGEST || !utf8_valid(text)) {
        error_set(e, ERROR_PATTERN, "%s",
                  text.len == 0        ? "there is nothing to search for"
                  : text.len > LONGEST ? "the pattern is too long"
                                       : "the pattern is not UTF-8");
        return NULL;
    }
    if (options.number)
        return new_number(text, e);
    struct buffer source = {0}, letters = {0};
    translate_pattern(text, options.literal, &source, &letters);
    bool nothing = source.len == 0;
    bool ignore_case =
        options.ignore_case || (options.smart_case && !has_capital(buffer_slice(&letters)));
    buffer_deinit(&source);
    buffer_deinit(&letters);
    if (nothing) {
        error_set(e, ERROR_PATTERN, "there is nothing to search for");
        return NULL;
    }
    pcre2_code *code = compile_pattern(text, options.literal, ignore_case, e);
    if (!code)
        return NULL;
    /* Without a just-in-time compiler it is slower, no more. */
    (void)pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
    return new_pattern(code, literals_of(text, options.literal, ignore_case),
                       literals_also(text, options.literal, ignore_case));
}

void pattern_free(struct pattern *p)
{
    if (p)
        pcre2_code_free(p->code);
    free(p);
}

const struct prefilter *pattern_prefilter(const struct pattern *p)
{
    return p->filter.words.count > 0 ? &p->filter : NULL;
}

const struct prefilter *pattern_second_filter(const struct pattern *p)
{
    return p->second.words.count > 0 ? &p->second : NULL;
}

bool pattern_is_number(const struct pattern *p)
{
    return !p->code;
}

/* Whether the pattern was compiled just in time; then a match needs a stack. */
static bool is_jit(const struct pattern *p)
{
    size_t size = 0;
    return p->code && pcre2_pattern_info(p->code, PCRE2_INFO_JITSIZE, &size) == 0 && size > 0;
}

struct matcher *matcher_new(const struct pattern *p)
{
    struct matcher *m = memory_alloc(sizeof *m);
    m->pattern = p;
    pcre2_general_context *memory = memory_context();
    m->data = pcre2_match_data_create(1, memory);
    m->context = pcre2_match_context_create(memory);
    pcre2_set_match_limit(m->context, MATCH_LIMIT);
    pcre2_set_depth_limit(m->context, DEPTH_LIMIT);
    pcre2_set_heap_limit(m->context, HEAP_LIMIT);
    m->stack = pcre2_jit_stack_create(STACK_FIRST, STACK_MOST, memory);
    pcre2_general_context_free(memory);
    if (m->stack)
        pcre2_jit_stack_assign(m->context, NULL, m->stack);
    else if (is_jit(p))
        memory_exhausted();
    return m;
}

void matcher_free(struct matcher *m)
{
    if (!m)
        return;
    pcre2_jit_stack_free(m->stack);
    pcre2_match_context_free(m->context);
    pcre2_match_data_free(m->data);
    free(m);
}

static long milliseconds(clockid_t clock)
{
    struct timespec t = {0};
    clock_gettime(clock, &t);
    return (long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* The match that begins in [from, to), at one go. */
static enum pattern_result find_near(struct matcher *m, struct slice text, size_t from, size_t to,
                                     size_t *start, size_t *end)
{
    pcre2_set_offset_limit(m->context, to - 1);
    int r = pcre2_match(m->pattern->code, (PCRE2_SPTR)text.at, text.len, from,
                        PCRE2_NOTEMPTY | PCRE2_NO_UTF_CHECK, m->data, m->context);
    if (r == PCRE2_ERROR_NOMATCH)
        return PATTERN_NONE;
    if (r < 0)
        return PATTERN_COSTLY;
    const PCRE2_SIZE *place = pcre2_get_ovector_pointer(m->data);
    *start = place[0];
    *end = place[1];
    return PATTERN_HIT;
}

/* The same within bounds of time. A busy machine must not make a pattern look costly: what seems to
 * take long is done once more by the processor's own clock, which is slower to ask. */
static enum pattern_result find_in_time(struct matcher *m, struct slice text, size_t from,
                                        size_t to, size_t *start, size_t *end)
{
    long begun = milliseconds(CLOCK_MONOTONIC);
    enum pattern_result r = find_near(m, text, from, to, start, end);
    if (milliseconds(CLOCK_MONOTONIC) - begun <= MOST_TIME)
        return r;
    begun = milliseconds(CLOCK_THREAD_CPUTIME_ID);
    r = find_near(m, text, from, to, start, end);
    return milliseconds(CLOCK_THREAD_CPUTIME_ID) - begun <= MOST_TIME ? r : PATTERN_COSTLY;
}

/* A sign that touches the number is part of the match. */
static enum pattern_result find_number(struct matcher *m, struct slice text, size_t from, size_t to,
                                       size_t *start, size_t *end)
{
    struct number n, joined;
    struct number_side side;
    for (size_t at = from; number_next(text, at, to, &n); at = n.end) {
        enum amount_match is = amount_is(&m->pattern->amount, text, &n, &side);
        if (is == AMOUNT_OTHER && number_joined(text, &n, &joined))
            is = amount_is(&m->pattern->amount, text, &joined, &side);
        if (is == AMOUNT_OTHER)
            continue;
        m->scaled = is == AMOUNT_SCALED;
        *start = side.start > from ? side.start : from;
        *end = side.end;
        return PATTERN_HIT;
    }
    return PATTERN_NONE;
}

bool matcher_is_scaled(const struct matcher *m)
{
    return m->scaled;
}

enum pattern_result matcher_find(struct matcher *m, struct slice text, size_t from, size_t to,
                                 size_t *start, size_t *end)
{
    if (to > text.len)
        to = text.len;
    if (!m->pattern->code)
        return find_number(m, text, from, to, start, end);
    while (from < to) {
        size_t stop = to - from > CHUNK ? from + CHUNK : to;
        while (stop < to && ((unsigned char)text.at[stop] & 0xC0) == 0x80)
            stop++;
        enum pattern_result r = find_in_time(m, text, from, stop, start, end);
        /* \K may set the start aside; what is then nothing, or lies before, is no hit. */
        if (r == PATTERN_COSTLY || (r == PATTERN_HIT && *start >= from && *end > *start))
            return r;
        from = stop;
    }
    return PATTERN_NONE;
}
