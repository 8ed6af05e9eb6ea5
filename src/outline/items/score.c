/* SPDX-License-Identifier: MIT */
/* Adds up what speaks for and against a candidate. */
#include "outline/items/score.h"

#include "outline/items/title.h"

struct weight {
    unsigned feature;
    double with, without;
};

static double weigh(unsigned features, const struct weight *weights, size_t count)
{
    double score = 0;
    for (size_t i = 0; i < count; i++)
        score += features & weights[i].feature ? weights[i].with : weights[i].without;
    return score;
}

double score_features(unsigned features)
{
    static const struct weight weights[] = {
        {FEATURE_BLANK_ABOVE, 0.75, -0.75},
        {FEATURE_SEPARATOR, 0.5, 0},
        {FEATURE_CAPS, 0.5, 0},
        {FEATURE_HEADING_CASE, 0.5, 0},
        {FEATURE_BOLD, 0.75, 0},
        {FEATURE_LINK, -1.5, 0}, /* of a table of contents, mostly */
        {FEATURE_NO_TITLE, -0.25, 0},
        {FEATURE_PROSE, -4, 0},
        {FEATURE_MID_SENTENCE, -4, 0},
        {FEATURE_PAGE_NUMBER, -3, 0},
        {FEATURE_CONTINUED, -3, 0},
        {FEATURE_FURNITURE, -3, 0},
        {FEATURE_BOXES, -5, 0},
        {FEATURE_QUOTED, -3, 0},
        {FEATURE_PARAGRAPH, -1, 0},
        {FEATURE_IN_CONTENTS, -5, 0},
        {FEATURE_UNLABELLED, -1.5, 0},
        {FEATURE_LINKED, 1.5, 0},
        {FEATURE_LISTED, 0.25, 0},
    };
    return weigh(features, weights, sizeof weights / sizeof weights[0]);
}

static enum score_title title_of(const struct candidate *c, const struct form *form,
                                 struct slice part)
{
    struct buffer folded;
    buffer_init(&folded);
    title_fold(&folded, c->title);
    struct slice title = buffer_slice(&folded);
    double match = 0;
    for (size_t i = 0; i < c->count && match < 0.9; i++) {
        double here = form_match(form, c->numbers[i], part, title);
        if (here > match)
            match = here;
    }
    enum score_title found = SCORE_TITLE_NONE;
    if (match >= 0.9)
        found = SCORE_TITLE_SAME;
    else if (match >= 0.7)
        found = SCORE_TITLE_LIKE;
    else if (title.len > 0 && form_is_other(form, c->numbers[0], title))
        found = SCORE_TITLE_OTHER;
    buffer_deinit(&folded);
    return found;
}

enum score_title score_title_of(const struct candidate *c, const struct form *form)
{
    static const struct slice any = {0};
    return title_of(c, form, any);
}

double score_item(const struct candidate *c, const struct form *form, struct slice part)
{
    static const double worth[] = {[SCORE_TITLE_NONE] = 0,
                                   [SCORE_TITLE_SAME] = 3,
                                   [SCORE_TITLE_LIKE] = 2,
                                   [SCORE_TITLE_OTHER] = -2};
    return score_features(c->features) + worth[title_of(c, form, part)];
}

bool score_has_known_title(const struct candidate *c, const struct form *form)
{
    struct buffer folded;
    buffer_init(&folded);
    title_fold(&folded, c->title);
    bool known = form_is_other(form, c->numbers[0], buffer_slice(&folded));
    buffer_deinit(&folded);
    return known;
}
