/* SPDX-License-Identifier: MIT */
/* Lists of leads: of several for one place the most precise stays. */
#include "ui/links/lead.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static struct lead *add(struct leads *l, enum lead_kind kind, size_t from, size_t to, bool leads)
{
    struct lead *lead = leads_add(l, kind, from, to);
    if (leads)
        lead->document = 0;
    return lead;
}

static void test_settle(void **state)
{
    (void)state;
    struct leads l;
    leads_init(&l);
    add(&l, LEAD_REFERENCE, 50, 57, true);
    add(&l, LEAD_REFERENCE, 10, 17, true);
    add(&l, LEAD_LINK, 12, 40, false); /* goes nowhere */
    add(&l, LEAD_EXHIBIT, 100, 160, false);
    add(&l, LEAD_REFERENCE, 120, 130, true); /* in the row */
    add(&l, LEAD_LINK, 200, 230, true);
    add(&l, LEAD_REFERENCE, 205, 212, true); /* in the link */
    add(&l, LEAD_LINK, 250, 280, true);
    add(&l, LEAD_LINK, 255, 262, true); /* more precise */
    add(&l, LEAD_LINK, 300, 300, true); /* empty */
    add(&l, LEAD_ADDRESS, 400, 420, false)->address = SLICE("www.example.com");
    add(&l, LEAD_REFERENCE, 400, 410, false);
    leads_settle(&l);
    static const size_t expected[][2] = {{10, 7},   {50, 7},  {100, 60},
                                         {200, 30}, {255, 7}, {400, 20}};
    assert_int_equal(l.list.count, 6);
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal(l.list.at[i].offset, expected[i][0]);
        assert_int_equal(l.list.at[i].length, expected[i][1]);
    }
    leads_deinit(&l);
}

static void test_find(void **state)
{
    (void)state;
    struct leads l;
    leads_init(&l);
    assert_int_equal(leads_find(&l, 0), 0);
    add(&l, LEAD_REFERENCE, 10, 17, true);
    add(&l, LEAD_REFERENCE, 50, 57, true);
    leads_settle(&l);
    assert_int_equal(leads_find(&l, 0), 0);
    assert_int_equal(leads_find(&l, 16), 0);
    assert_int_equal(leads_find(&l, 17), 1);
    assert_int_equal(leads_find(&l, 56), 1);
    assert_int_equal(leads_find(&l, 57), 2);
    leads_deinit(&l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_settle), cmocka_unit_test(test_find)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
