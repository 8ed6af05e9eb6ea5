/* SPDX-License-Identifier: MIT */
/* The least that a curses program does: a screen of lines, a key, the end. What others are
 * measured against. It is linked to the same libraries as folio. */
#include <curses.h>
#include <locale.h>

int main(void)
{
    (void)setlocale(LC_ALL, "");
    initscr();
    for (int row = 0; row < LINES - 1; row++)
        mvprintw(row, 0, "line %d of an empty program, as long as a line of text", row);
    refresh();
    getch();
    endwin();
    return 0;
}
