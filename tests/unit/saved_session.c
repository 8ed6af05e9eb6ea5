/* SPDX-License-Identifier: MIT */
/* Sessions in the folder of the tests. */
#include "saved_session.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "state_folder.h"

#include <string.h>

struct session *open_session(void)
{
    return session_open(state_folder());
}

void save(struct session *s)
{
    struct error e = {0};
    if (!session_save(s, &e))
        fail_msg("not saved: %s", e.message);
    assert_false(session_changed(s));
}

void expect_failure(struct session *s, const char *message)
{
    struct error e = {0};
    assert_false(session_save(s, &e));
    assert_int_equal(e.kind, ERROR_INPUT);
    if (!strstr(e.message, message))
        fail_msg("says: %s", e.message);
    assert_true(session_changed(s));
}

void expect_place(struct session *s, struct slice key, size_t document, size_t offset)
{
    struct session_place place;
    if (!session_get(s, key, &place))
        fail_msg("%.*s is forgotten", (int)key.len, key.at);
    assert_int_equal(place.document, document);
    assert_int_equal(place.offset, offset);
}

void expect_nothing(struct session *s, struct slice key)
{
    struct session_place place;
    assert_false(session_get(s, key, &place));
}

void expect_notice(struct session *s, const char *wanted)
{
    struct buffer notice = {0};
    bool any = session_notice(s, &notice);
    if (any != (wanted != NULL) || (any && strcmp(notice.at, wanted) != 0))
        fail_msg("notice: %s", buffer_text(&notice));
    assert_false(session_notice(s, &notice)); /* only once */
    buffer_deinit(&notice);
}
