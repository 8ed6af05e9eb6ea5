/* SPDX-License-Identifier: MIT */
/*
 * A small program for the tests of the terminal layer: shows styles and the keys it gets.
 *
 * Arguments: "ascii", "nomouse", "color=always", "color=never", "tty" (all through /dev/tty),
 * "quit" (after the first screen). Keys with a meaning: q quit, s suspend, r redraw, m mouse,
 * c cursor, h hostile cells, p many colours, a abort, v a write to nowhere.
 */
#include "term/terminal.h"

#include "base/buffer.h"

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct demo {
    struct terminal *terminal;
    struct canvas canvas;
    struct buffer log; /* one line: the last event */
    int events;
    bool mouse, cursor, hostile, many;
};

static const struct style plain = {COLOR_TERMINAL, COLOR_TERMINAL, 0};

static void draw_styles(struct region r)
{
    static const struct {
        const char *text;
        struct style style;
    } words[] = {
        {"bold", {-1, -1, ATTRIBUTE_BOLD}},
        {"dim", {-1, -1, ATTRIBUTE_DIM}},
        {"italic", {-1, -1, ATTRIBUTE_ITALIC}},
        {"under", {-1, -1, ATTRIBUTE_UNDERLINE}},
        {"reverse", {-1, -1, ATTRIBUTE_REVERSE}},
        {"red", {1, -1, 0}},
        {"onblue", {15, 4, ATTRIBUTE_BOLD}},
        {"palette", {208, -1, 0}},
        {"rgb", {COLOR_RGB | 0xFF8700, COLOR_RGB | 0x000060, 0}},
    };
    int column = 0;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        column = region_print(r, 1, column, words[i].style, words[i].text) + 1;
}

static void draw_many(struct region r)
{
    for (int row = 0; row < r.rows; row++)
        for (int column = 0; column < r.columns; column++) {
            struct style style = {COLOR_RGB | (row * 9 << 16 | column * 3),
                                  COLOR_RGB | (column * 2 << 8 | row), 0};
            region_print(r, row, column, style, "x");
        }
}

static void draw(struct demo *d)
{
    int rows, columns;
    terminal_size(d->terminal, &rows, &columns);
    d->canvas.ascii = terminal_ascii(d->terminal);
    canvas_resize(&d->canvas, rows, columns);
    struct region r = canvas_region(&d->canvas, 0, 0, rows, columns);
    struct buffer title;
    buffer_init(&title);
    buffer_addf(&title, "demo %d x %d", rows, columns);
    region_write(r, 0, 0, plain, buffer_slice(&title));
    buffer_deinit(&title);
    draw_styles(r);
    region_print(r, 2, 0, plain,
                 "wide \xE4\xB8\xAD\xE6\x96\x87| e\xCC\x81| \xE2\x94\x80\xE2\x94\x82");
    region_write(r, 3, 0, plain, buffer_slice(&d->log));
    region_print(r, rows - 1, columns - 4, plain, "last");
    if (d->many)
        draw_many(r);
    if (d->hostile && columns > 8) {
        static const uint32_t bad[] = {0x1B, ']', '0', 7, 0x9B, 0x202E, 0x301, 0x110000};
        for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
            d->canvas.cells[i].code = bad[i];
        d->canvas.cells[0].combining[0] = 0x1B;
    }
    region_cursor(r, 3, 2);
    d->canvas.cursor_visible = d->cursor;
    terminal_show(d->terminal, &d->canvas);
}

static void note(struct demo *d, const char *what)
{
    buffer_clear(&d->log);
    buffer_addf(&d->log, "%d %s ", ++d->events, what);
}

static void crash(char how)
{
    if (how == 'a')
        abort();
    (void)raise(SIGSEGV);
}

/* Returns false for the key that quits. */
static bool handle(struct demo *d, struct key key)
{
    note(d, "key");
    key_write(key, &d->log);
    if (key.code >= KEYS_WHEEL_UP)
        buffer_addf(&d->log, " at %d, %d", key.row, key.column);
    if (key.modifiers)
        return true;
    if (key.code == 's')
        buffer_add_text(&d->log, terminal_suspend(d->terminal) ? " and back" : " refused");
    else if (key.code == 'r')
        terminal_redraw(d->terminal);
    else if (key.code == 'm')
        terminal_mouse(d->terminal, d->mouse = !d->mouse);
    else if (key.code == 'c')
        d->cursor = !d->cursor;
    else if (key.code == 'h')
        d->hostile = !d->hostile;
    else if (key.code == 'p')
        d->many = !d->many;
    else if (key.code == 'a' || key.code == 'v')
        crash((char)key.code);
    return key.code != 'q';
}

/* What a program that is told to end has to do: save. */
static void save(void)
{
    struct buffer path;
    buffer_init(&path);
    buffer_addf(&path, "%s/saved", getenv("HOME"));
    FILE *f = fopen(path.at, "w");
    if (f)
        (void)fclose(f);
    buffer_deinit(&path);
}

static void run(struct demo *d)
{
    for (;;) {
        struct key key;
        draw(d);
        switch (terminal_wait(d->terminal, 100000, &key)) {
        case TERMINAL_KEY:
            if (!handle(d, key))
                return;
            break;
        case TERMINAL_RESIZE:
            note(d, "resize");
            break;
        case TERMINAL_BACKGROUND:
            note(d, "background");
            break;
        case TERMINAL_IDLE:
            note(d, "idle");
            break;
        case TERMINAL_CONTINUED:
            note(d, "continued");
            break;
        case TERMINAL_HANGUP:
            save();
            return;
        }
    }
}

int main(int argc, char **argv)
{
    struct terminal_options options = {
        .keys = STDIN_FILENO, .screen = STDOUT_FILENO, .mouse = true};
    struct demo d = {.mouse = true};
    struct error e = {0};
    bool quit = false;
    (void)setlocale(LC_ALL, "");
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "ascii") == 0)
            options.ascii = true;
        else if (strcmp(argv[i], "nomouse") == 0)
            options.mouse = d.mouse = false;
        else if (strcmp(argv[i], "color=always") == 0)
            options.color = TERMINAL_COLOR_ALWAYS;
        else if (strcmp(argv[i], "color=never") == 0)
            options.color = TERMINAL_COLOR_NEVER;
        else if (strcmp(argv[i], "tty") == 0)
            options.keys = options.screen = -1;
        else if (strcmp(argv[i], "quit") == 0)
            quit = true;
    }
    d.terminal = terminal_open(&options, &e);
    if (!d.terminal) {
        (void)fprintf(stderr, "demo: %s\n", e.message);
        return 2;
    }
    canvas_init(&d.canvas);
    buffer_init(&d.log);
    if (quit)
        draw(&d);
    else
        run(&d);
    terminal_close(d.terminal);
    canvas_deinit(&d.canvas);
    buffer_deinit(&d.log);
    return 0;
}
