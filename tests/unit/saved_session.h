/* SPDX-License-Identifier: MIT */
/* Sessions in the folder of the tests (state_folder.h): saved, and what is expected of them. */
#ifndef FOLIO_TESTS_SAVED_SESSION_H
#define FOLIO_TESTS_SAVED_SESSION_H

#include "session/session.h"

#include <stddef.h>

#define ONE SLICE("0000000000-04-000001")
#define FILE_OF_ONE "filings/0000000000-04-000001"

struct session *open_session(void);
/* Saves, which must succeed; and where it must fail, with these words in the message. */
void save(struct session *s);
void expect_failure(struct session *s, const char *message);

void expect_place(struct session *s, struct slice key, size_t document, size_t offset);
void expect_nothing(struct session *s, struct slice key);
/* The whole notice, told once; NULL: none. */
void expect_notice(struct session *s, const char *wanted);

#endif
