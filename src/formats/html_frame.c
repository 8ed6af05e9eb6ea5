/* SPDX-License-Identifier: MIT */
#include "formats/html_frame.h"

enum {
    GAP = 30,         /* tenths of a point between blocks that make an empty line */
    LIST_LEFT = 240,  /* how far lists, */
    QUOTE_LEFT = 300, /* and quotations stand to the right */
    NARROW = 600,     /* a block that floats beside another */
    HEADING_SIZES = 6
};

static void set(struct html_frame *f, unsigned bit)
{
    f->style.style |= (uint8_t)bit;
}

static void default_heading(struct html_frame *f)
{
    static const int32_t sizes[HEADING_SIZES] = {240, 180, 140, 120, 100, 80};
    f->style.heading = (uint8_t)(f->mark - '0');
    f->style.size = sizes[f->style.heading - 1];
    f->margin = true;
    set(f, STYLE_BOLD);
}

static void default_table(struct html_frame *f, bool quirks)
{
    f->style.align = ALIGN_LEFT;
    f->style.indent = 0;
    f->aligned = f->head = false;
    f->list = 0;
    if (quirks)
        f->style.style &= (uint8_t) ~(STYLE_BOLD | STYLE_ITALIC);
}

static void default_cell(struct html_frame *f)
{
    if (f->mark == 'h') {
        set(f, STYLE_BOLD);
        if (!f->aligned)
            f->style.align = ALIGN_CENTER;
    }
    if (!f->flat)
        f->style.left = 0;
}

static void default_list(struct html_frame *f, const struct html_attributes *a)
{
    long long start = slice_number(a->start);
    char type = a->type.len ? a->type.at[0] : 0;
    f->margin = !f->list;
    f->style.left += LIST_LEFT;
    f->number = start >= 0 && start < 1000000 ? (unsigned)start : 1;
    f->marker = CSS_DISC;
    if (f->mark == 'o')
        f->marker = type == 'a'   ? CSS_ALPHA
                    : type == 'A' ? CSS_UPPER_ALPHA
                    : type == 'i' ? CSS_ROMAN
                    : type == 'I' ? CSS_UPPER_ROMAN
                                  : CSS_DECIMAL;
}

/* Elements that change letters: the bit of each. */
static unsigned letters_of(enum html_kind kind)
{
    switch (kind) {
    case HTML_B:
        return STYLE_BOLD;
    case HTML_I:
        return STYLE_ITALIC;
    case HTML_S:
        return STYLE_STRIKE;
    case HTML_SUB:
        return STYLE_SUB;
    case HTML_SUP:
        return STYLE_SUPER;
    case HTML_U:
        return STYLE_UNDERLINE;
    default:
        return 0;
    }
}

/* What <font>, <big> and <small> do. */
static void default_font(struct html_frame *f, const struct html_attributes *a)
{
    int32_t size = f->style.size ? f->style.size : HTML_LETTER;
    if (f->kind == HTML_BIG)
        f->style.size = size * 6 / 5;
    if (f->kind == HTML_SMALL)
        f->style.size = size * 5 / 6;
    if (f->kind != HTML_FONT)
        return;
    html_style_font_size(&f->style, a->size);
    if (a->face.len)
        f->style.font = (uint8_t)css_family(a->face);
}

static void default_block(struct html_frame *f)
{
    f->margin = f->kind == HTML_P || f->kind == HTML_PRE || f->kind == HTML_QUOTE;
    if (f->kind == HTML_PRE)
        f->style.space = CSS_PRE;
    if (f->kind == HTML_QUOTE || f->kind == HTML_DD)
        f->style.left += QUOTE_LEFT;
    if (f->kind == HTML_CAPTION || f->kind == HTML_CENTER)
        f->style.align = ALIGN_CENTER;
    if (f->kind == HTML_ROWS)
        f->head = f->mark == 'h';
}

void html_frame_element(struct html_frame *f, const struct html_attributes *a, bool quirks)
{
    set(f, letters_of(f->kind));
    switch (f->kind) {
    case HTML_BIG:
    case HTML_FONT:
    case HTML_SMALL:
        default_font(f, a);
        break;
    case HTML_CELL:
        default_cell(f);
        break;
    case HTML_HEADING:
        default_heading(f);
        break;
    case HTML_LIST:
        default_list(f, a);
        break;
    case HTML_TABLE:
        default_table(f, quirks);
        break;
    default:
        default_block(f);
        break;
    }
    if (f->block && f->kind != HTML_TABLE && f->kind != HTML_HR && a->align.len &&
        html_style_align(a->align, &f->style.align))
        f->aligned = f->kind == HTML_ROW || f->kind == HTML_CELL || f->aligned;
}

/* Display is believed where it changes no table. */
static void apply_display(struct html_frame *f, const struct css *css)
{
    struct css_length width = css->width;
    bool flow = f->kind == HTML_DIV || f->kind == HTML_P || f->kind == HTML_LI;
    if (flow && (css->display == CSS_INLINE || css->display == CSS_INLINE_BLOCK)) {
        f->block = f->margin = false;
        f->inside = css->display == CSS_INLINE_BLOCK;
    }
    /* A bullet is often put beside its text that way. */
    if (f->kind == HTML_DIV && css->floats && css->set & CSS_WIDTH && width.unit != CSS_PERCENT &&
        css_points(width, HTML_LETTER, 0) < NARROW)
        f->floats = true;
    if (css->display == CSS_BLOCK &&
        (f->kind == HTML_OTHER || f->kind == HTML_FONT || f->kind == HTML_A || f->kind == HTML_B)) {
        f->block = true;
    }
}

static bool is_wide(const struct html_frame *f, struct css_length length)
{
    int32_t size = f->style.size ? f->style.size : HTML_LETTER;
    return css_points(length, size, HTML_PAGE_WIDTH) > GAP;
}

static bool is_equal(struct css_length a, struct css_length b)
{
    return a.value == b.value && a.unit == b.unit;
}

/* A block with room at both sides, or of a width of its own, is the page: its edge is the left
 * edge of the text. */
static bool is_page(const struct html_frame *f, const struct css *css)
{
    uint32_t margins = CSS_MARGIN_LEFT | CSS_MARGIN_RIGHT;
    uint32_t paddings = CSS_PADDING_LEFT | CSS_PADDING_RIGHT;
    uint32_t placed = CSS_MARGIN_LEFT | CSS_WIDTH;
    if (f->kind != HTML_DIV || f->floats || f->style.left > 0)
        return false;
    return ((css->set & margins) == margins && is_equal(css->margin_left, css->margin_right)) ||
           ((css->set & paddings) == paddings && is_equal(css->padding_left, css->padding_right)) ||
           (css->set & placed) == placed;
}

void html_frame_css(struct html_frame *f, const struct css *css)
{
    struct css own = *css;
    apply_display(f, css);
    if (f->kind == HTML_TABLE || f->kind == HTML_ROW || f->kind == HTML_ROWS ||
        (f->kind == HTML_CELL && f->flat) || is_page(f, css))
        own.set &= ~(uint32_t)(CSS_MARGIN_LEFT | CSS_PADDING_LEFT);
    html_style_apply(&f->style, &own, !f->block);
    if (f->floats) {
        int32_t width = css_points(css->width, HTML_LETTER, 0);
        f->style.left += width;
        f->style.indent = -width;
        f->afloat = true;
    }
    if (css->set & CSS_ALIGN && (f->kind == HTML_ROW || f->kind == HTML_CELL))
        f->aligned = true;
    f->above = css->above;
    f->below = css->below;
    f->breaks = css->break_after;
    if (css->set & CSS_LIST)
        f->marker = css->list;
}

bool html_frame_margins(struct html_frame *f, const struct css *css)
{
    bool before = f->margin;
    if (css && css->set & CSS_MARGIN_TOP)
        before = is_wide(f, css->margin_top);
    if (css && css->set & CSS_PADDING_TOP)
        before = before || is_wide(f, css->padding_top);
    if (css && css->set & CSS_MARGIN_BOTTOM)
        f->margin = is_wide(f, css->margin_bottom);
    if (css && css->set & CSS_PADDING_BOTTOM)
        f->margin = f->margin || is_wide(f, css->padding_bottom);
    return before;
}
