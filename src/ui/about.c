/* SPDX-License-Identifier: MIT */
/* What the header of a submission says, to be read. */
#include "ui/about.h"

#include "base/buffer.h"
#include "outline/catalog.h"
#include "outline/outline.h"

static void add(struct sheet *sheet, struct slice name, struct slice value)
{
    struct buffer left = {0};
    buffer_add(&left, name);
    sheet_add(sheet, &left, value);
    buffer_deinit(&left);
}

static void add_some(struct sheet *sheet, const char *name, struct slice value)
{
    if (value.len > 0)
        add(sheet, slice_of(name), value);
}

/* The title that an Item of that number has on the day of filing; empty when the catalogue has
 * none. */
static struct slice item_title(const struct submission *s, struct slice number)
{
    struct slice date = submission_filed(s);
    const struct catalog_family *family = catalog_family(submission_form(s), date);
    const struct catalog_item *items = NULL;
    size_t count = family ? catalog_items(family, &items) : 0;
    for (size_t i = 0; i < count; i++)
        if (catalog_is_number(&items[i], number) && catalog_in_force(&items[i], date))
            return slice_of(items[i].title);
    return (struct slice){NULL, 0};
}

/* The Items that the header declares: the number, and the title as it is printed, else as it was on
 * the day of filing. */
static void add_items(struct sheet *sheet, const struct submission *s)
{
    const struct slice *printed;
    size_t lines = submission_items(s, &printed);
    for (size_t i = 0; i < lines && i < OUTLINE_DECLARED; i++) {
        struct slice number = catalog_declared(submission_form(s), submission_filed(s), printed[i]);
        struct slice title = slice_equal(number, printed[i]) ? item_title(s, number) : printed[i];
        struct buffer left = {0};
        buffer_add_text(&left, "Item ");
        buffer_add(&left, number);
        sheet_add(sheet, &left, title);
        buffer_deinit(&left);
    }
}

/* What is said already, in better words. */
static bool is_said(struct slice name)
{
    static const char *const said[] = {"ACCESSION NUMBER", "CONFORMED SUBMISSION TYPE",
                                       "CONFORMED PERIOD OF REPORT", "FILED AS OF DATE",
                                       "ITEM INFORMATION"};
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        if (slice_equal(name, slice_of(said[i])))
            return true;
    return false;
}

static void add_party(struct sheet *sheet, const struct party *party)
{
    struct slice group = {NULL, 0};
    sheet_add_title(sheet, party->role);
    add_some(sheet, "Name", party->name);
    add_some(sheet, "CIK", party->cik);
    for (size_t i = 0; i < party->former_names.count; i++) {
        const struct former_name *former = &party->former_names.at[i];
        struct buffer left = {0};
        buffer_add_text(&left, "Formerly");
        if (former->date.len > 0)
            buffer_add_text(&left, ", until ");
        buffer_add(&left, former->date);
        sheet_add(sheet, &left, former->name);
        buffer_deinit(&left);
    }
    for (size_t i = 0; i < party->fields.count; i++) {
        const struct header_field *field = &party->fields.at[i];
        if (!slice_equal(field->group, group) && field->group.len > 0)
            add(sheet, field->group, SLICE(""));
        group = field->group;
        add(sheet, field->name, field->value);
    }
}

/* The Items that the form expects and the text lacks, where that is known by now. */
static void add_missing(struct sheet *sheet, const struct shelf *shelf)
{
    bool titled = false;
    for (size_t i = 0; i < submission_documents(shelf_submission(shelf)); i++) {
        const struct outline *o = shelf_outline(shelf, i);
        const struct missing *missing = NULL;
        size_t count = o ? outline_missing(o, &missing) : 0;
        if (count > 0 && !titled)
            sheet_add_title(sheet, SLICE("Missing"));
        titled = titled || count > 0;
        for (size_t m = 0; m < count; m++) {
            struct buffer left = {0};
            buffer_add_text(&left, "Item ");
            buffer_add(&left, missing[m].id);
            sheet_add(sheet, &left, missing[m].why);
            buffer_deinit(&left);
        }
    }
}

void about_compose(struct sheet *sheet, const void *shelf)
{
    const struct submission *s = shelf_submission(shelf);
    const struct header_field *fields;
    const struct party *parties;
    const struct slice *warnings;
    sheet_add_title(sheet, SLICE("Submission"));
    add_some(sheet, "Form", submission_form(s));
    add_some(sheet, "Accession number", submission_accession(s));
    add_some(sheet, "Period", submission_period(s));
    add_some(sheet, "Filed", submission_filed(s));
    add_items(sheet, s);
    size_t count = submission_fields(s, &fields);
    for (size_t i = 0; i < count; i++)
        if (!is_said(fields[i].name))
            add(sheet, fields[i].name, fields[i].value);
    count = submission_parties(s, &parties);
    for (size_t i = 0; i < count; i++)
        add_party(sheet, &parties[i]);
    add_missing(sheet, shelf);
    count = submission_warnings(s, &warnings);
    if (count > 0)
        sheet_add_title(sheet, SLICE("Tolerated"));
    for (size_t i = 0; i < count; i++)
        add(sheet, SLICE(""), warnings[i]);
}
