/* SPDX-License-Identifier: MIT */
/* The tree of a form: nodes in order, texts and attributes with their places. */
#include "formats/forms/form_tree.h"

#include "base/buffer.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

enum { BASE = 77 };

/* The tree as "name[attribute=value](text,child)". */
static char *drawn(const struct form_tree *t)
{
    struct buffer out;
    buffer_init(&out);
    for (uint32_t id = 1; id < t->nodes.count; id++) {
        const struct form_node *n = form_tree_node(t, id);
        for (uint32_t up = n->parent; up != 0; up = form_tree_node(t, up)->parent)
            buffer_add_byte(&out, '.');
        buffer_add(&out, form_tree_name(t, id));
        for (uint32_t i = n->attribute; i < n->attribute + n->attributes; i++) {
            const struct form_attribute *a = &t->attributes.at[i];
            buffer_addf(&out, "[%.*s%s%.*s]", (int)a->name.len, a->name.at,
                        a->at == UINT32_MAX ? "~" : "=", (int)a->value.len, a->value.at);
            if (a->at != UINT32_MAX)
                assert_memory_equal(t->text.at + a->at, a->value.at, a->value.len);
        }
        for (uint32_t i = n->piece; i < n->piece + n->pieces; i++) {
            const struct form_piece *p = &t->pieces.at[i];
            buffer_add_byte(&out, p->code ? '{' : '(');
            buffer_add(&out, slice_cut(t->text, p->at, p->at + (size_t)p->length));
            buffer_add_byte(&out, p->code ? '}' : ')');
        }
        buffer_add_byte(&out, ' ');
    }
    char *text = strdup(buffer_text(&out));
    buffer_deinit(&out);
    return text;
}

static void test_trees(void **state)
{
    static const struct {
        const char *xml, *tree;
        bool odd;
    } rows[] = {
        {"<a><b>x</b> <c/></a>", "a .b(x) .c ", false},
        {"<a>x &amp; y</a>", "a(x ){&amp;}( y) ", false},
        {"<a>x<b/>y<b/> </a>", "a(x) .b .(y) .b ", false},
        {"<p:a xmlns:p=\"u\" p:q='1' r=\"a&lt;b\"/>", "a[q=1][r~a<b] ", false},
        {"<a xmlns=\"u\" xsi:schemaLocation=\"u v\" schema=\"\" id=\" i \"/>", "a[id=i] ", false},
        {"<a><!-- no --><b>1</b><?pi no?></a>", "a .b(1) ", false},
        {"<a><![CDATA[<x>]]></a>", "a(<x>) ", false},
        {"<aB><cD>1</aB>", "aB .cD(1) ", true},
        {"", "", true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct form_tree t;
        unsigned odd = form_tree_init(&t, slice_of(rows[i].xml), BASE, SIZE_MAX);
        char *tree = drawn(&t);
        assert_string_equal(tree, rows[i].tree);
        assert_int_equal(odd != 0, rows[i].odd);
        free(tree);
        form_tree_deinit(&t);
    }
}

static void test_looking(void **state)
{
    struct form_tree t;
    (void)state;
    form_tree_init(&t, SLICE("<r><x:a i='1'><b> v </b></x:a><a/><c>p&amp;q</c></r>"), 0, SIZE_MAX);
    uint32_t root = form_tree_child(&t, 0), a = form_tree_child(&t, root);
    assert_true(form_tree_is(&t, root, "R"));
    assert_true(form_tree_is(&t, a, "a"));
    assert_int_equal(form_tree_after(&t, a), a + 2);
    assert_int_equal(form_tree_after(&t, root), t.nodes.count);
    assert_int_equal(form_tree_after(&t, 0), t.nodes.count);
    assert_int_equal(form_tree_child(&t, a + 2), FORM_NONE);
    assert_true(slice_equal(form_tree_attribute(&t, a, "I")->value, SLICE("1")));
    assert_null(form_tree_attribute(&t, a, "j"));
    assert_true(slice_equal(form_tree_value(&t, a + 1), SLICE("v")));
    assert_int_equal(form_tree_value(&t, a + 3).len, 0);
    assert_int_equal(form_tree_length(&t, a + 3), strlen("p&amp;q"));
    assert_int_equal(form_tree_find(&t, "b", 3), a + 1);
    assert_int_equal(form_tree_find(&t, "b", 2), FORM_NONE);
    assert_true(form_tree_node(&t, a)->full && form_tree_node(&t, a)->parted);
    assert_false(form_tree_node(&t, a + 2)->full || form_tree_node(&t, a + 2)->parted);
    form_tree_deinit(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_trees),
        cmocka_unit_test(test_looking),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
