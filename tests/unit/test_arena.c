/* SPDX-License-Identifier: MIT */
/* Arenas: zeroed, aligned pieces that stay where they are; and memory that cannot be had. */
#include "base/arena.h"
#include "base/memory.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void test_pieces(void **state)
{
    enum { PIECES = 300 };
    static unsigned char *pieces[PIECES];
    struct arena arena;
    (void)state;
    arena_init(&arena);
    assert_int_equal(arena.used, 0);
    for (size_t i = 0; i < PIECES; i++) {
        size_t size = i * 7 + 1;
        pieces[i] = arena_alloc(&arena, size);
        assert_int_equal((uintptr_t)pieces[i] % alignof(max_align_t), 0);
        for (size_t k = 0; k < size; k++)
            assert_int_equal(pieces[i][k], 0);
        memset(pieces[i], (int)(i % 251 + 1), size);
    }
    for (size_t i = 0; i < PIECES; i++)
        for (size_t k = 0; k < i * 7 + 1; k++)
            assert_int_equal(pieces[i][k], i % 251 + 1);
    assert_true(arena.used >= (size_t)PIECES * (PIECES - 1) / 2 * 7);
    arena_deinit(&arena);
    assert_int_equal(arena.used, 0);
    assert_null(arena.blocks);
}

static void test_large(void **state)
{
    struct arena arena;
    (void)state;
    arena_init(&arena);
    char *large = arena_alloc(&arena, 1 << 20);
    large[0] = large[(1 << 20) - 1] = 'x';
    int *numbers = arena_array(&arena, 1000, sizeof *numbers);
    assert_int_equal(numbers[999], 0);
    numbers[999] = 7;
    assert_non_null(arena_alloc(&arena, 0));
    arena_deinit(&arena);
}

static void test_copy(void **state)
{
    struct arena arena;
    (void)state;
    arena_init(&arena);
    char bytes[] = "a\0b";
    struct slice copy = arena_copy(&arena, (struct slice){bytes, 3});
    bytes[0] = 'z';
    assert_int_equal(copy.len, 3);
    assert_memory_equal(copy.at, "a\0b", 4); /* the NUL behind it too */
    copy = arena_copy(&arena, (struct slice){NULL, 0});
    assert_int_equal(copy.len, 0);
    assert_int_equal(*copy.at, '\0');
    arena_deinit(&arena);
}

static void want_a_bad_product(void)
{
    struct arena arena;
    arena_init(&arena);
    arena_array(&arena, SIZE_MAX / 4, 8);
}

static void want_too_much_at_once(void)
{
    struct arena arena;
    arena_init(&arena);
    arena_alloc(&arena, SIZE_MAX - 4);
}

static void want_a_bad_resize(void)
{
    memory_resize(NULL, SIZE_MAX / 4, 8);
}

static void say_farewell(void)
{
    assert_int_equal(write(STDERR_FILENO, "before: ", 8), 8);
}

/* Asks for memory that cannot be had in a child: it says so rather than go on, and what is to be
 * done first is done first. */
static void check_ends(void (*want)(void), memory_farewell *first, const char *words)
{
    char said[100] = "";
    int ends[2], status;
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        memory_before_end(first);
        if (dup2(ends[1], STDERR_FILENO) < 0)
            _exit(1);
        want();
        _exit(0);
    }
    close(ends[1]);
    for (size_t len = 0; read(ends[0], said + len, 1) == 1 && len + 2 < sizeof said;)
        len++;
    close(ends[0]);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 2);
    assert_string_equal(said, words);
}

static void test_keep(void **state)
{
    static const unsigned numbers[] = {3, 1, 2};
    struct arena arena;
    (void)state;
    arena_init(&arena);
    const unsigned *kept = arena_keep(&arena, numbers, 3, sizeof *numbers);
    assert_ptr_not_equal(kept, numbers);
    assert_memory_equal(kept, numbers, sizeof numbers);
    assert_null(arena_keep(&arena, NULL, 0, sizeof *numbers));
    arena_deinit(&arena);
}

static void test_exhausted(void **state)
{
    (void)state;
    check_ends(want_a_bad_product, NULL, "folio: out of memory\n");
    check_ends(want_too_much_at_once, say_farewell, "before: folio: out of memory\n");
    check_ends(want_a_bad_resize, NULL, "folio: out of memory\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pieces),    cmocka_unit_test(test_large),
        cmocka_unit_test(test_copy),      cmocka_unit_test(test_keep),
        cmocka_unit_test(test_exhausted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
