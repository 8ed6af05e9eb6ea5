/* SPDX-License-Identifier: MIT */
/* Collecting what a header says. */
#include "model/identity.h"

#include "formats/header.h"

#include <string.h>

static bool is_date(struct slice s)
{
    if (s.len != 8)
        return false;
    for (size_t i = 0; i < 8; i++)
        if (!byte_is_digit(s.at[i]))
            return false;
    long long month = slice_number(slice_cut(s, 4, 6));
    long long day = slice_number(slice_cut(s, 6, 8));
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* Eight digits as YYYY-MM-DD; empty when they are no date. */
static struct slice write_date(struct arena *arena, struct slice s)
{
    if (!is_date(s))
        return SLICE("");
    char *text = arena_alloc(arena, 11);
    memcpy(text, s.at, 4);
    text[4] = '-';
    memcpy(text + 5, s.at + 4, 2);
    text[7] = '-';
    memcpy(text + 8, s.at + 6, 2);
    return (struct slice){text, 10};
}

/* An accession number: ten digits, two, six. */
static bool is_accession(struct slice s)
{
    if (s.len != 20)
        return false;
    for (size_t i = 0; i < s.len; i++)
        if (i == 10 || i == 13 ? s.at[i] != '-' : !byte_is_digit(s.at[i]))
            return false;
    return true;
}

static void set_once(struct slice *field, struct slice value)
{
    if (field->len == 0)
        *field = value;
}

/* "0000000000-05-000001.txt : 20050103" stands in the first tag of the file: the accession number
 * and the date, for headers that were cut off before they say so themselves. */
static bool take_frame(struct identity *identity, struct arena *arena,
                       const struct header_record *r)
{
    if (!slice_equal(r->name, SLICE("SEC-DOCUMENT")) &&
        !slice_equal(r->name, SLICE("IMS-DOCUMENT")) &&
        !slice_equal(r->name, SLICE("SEC-HEADER")) && !slice_equal(r->name, SLICE("IMS-HEADER")))
        return false;
    struct slice number = slice_cut(r->value, 0, 20);
    if (is_accession(number))
        set_once(&identity->accession, number);
    size_t colon = slice_find(r->value, SLICE(" : "));
    struct slice date = slice_trim(slice_cut(r->value, colon + 3, r->value.len));
    set_once(&identity->filed, write_date(arena, date));
    return true;
}

/* The fields that folio itself asks for. The header's own words win over those of the frame. */
static void take_known(struct identity *identity, struct arena *arena,
                       const struct header_record *r)
{
    if (slice_equal(r->name, SLICE("CONFORMED SUBMISSION TYPE"))) {
        set_once(&identity->form, r->value);
    } else if (slice_equal(r->name, SLICE("ACCESSION NUMBER"))) {
        if (r->value.len > 0)
            identity->accession = r->value;
    } else if (slice_equal(r->name, SLICE("FILED AS OF DATE"))) {
        if (is_date(r->value))
            identity->filed = write_date(arena, r->value);
    } else if (slice_equal(r->name, SLICE("CONFORMED PERIOD OF REPORT"))) {
        set_once(&identity->period, write_date(arena, r->value));
    } else if (slice_equal(r->name, SLICE("PUBLIC DOCUMENT COUNT"))) {
        identity->announced = slice_number(r->value);
    } else if (slice_equal(r->name, SLICE("ITEM INFORMATION")) && r->value.len > 0) {
        array_push(&identity->items, r->value);
    }
}

static bool is_former(struct slice group)
{
    return slice_equal(group, SLICE("FORMER COMPANY")) || slice_equal(group, SLICE("FORMER NAME"));
}

static void take_party_field(struct party *party, const struct header_record *r)
{
    bool former = is_former(r->group);
    struct former_name *last =
        party->former_names.count ? &party->former_names.at[party->former_names.count - 1] : NULL;
    if (former && slice_equal(r->name, SLICE("FORMER CONFORMED NAME"))) {
        if (!last || last->name.len > 0)
            last = memset(array_add(&party->former_names), 0, sizeof *last);
        last->name = r->value;
    } else if (former && last && slice_equal(r->name, SLICE("DATE OF NAME CHANGE"))) {
        last->date = r->value;
    } else if (!party->name.len && slice_equal(r->name, SLICE("COMPANY CONFORMED NAME"))) {
        party->name = r->value;
    } else if (!party->cik.len && slice_equal(r->name, SLICE("CENTRAL INDEX KEY"))) {
        party->cik = r->value;
    } else {
        array_push(&party->fields, ((struct header_field){r->group, r->name, r->value}));
    }
}

void identity_read(struct identity *identity, struct arena *arena, struct slice header)
{
    struct header_reader reader;
    struct header_record r;
    *identity = (struct identity){.announced = -1};
    header_init(&reader, header);
    while (header_next(&reader, &r)) {
        if (r.kind == HEADER_PARTY) {
            array_push(&identity->parties, ((struct party){.role = r.role}));
        } else if (r.kind == HEADER_FIELD && r.in_party) {
            take_party_field(&identity->parties.at[identity->parties.count - 1], &r);
        } else if (r.kind == HEADER_FIELD && !take_frame(identity, arena, &r)) {
            take_known(identity, arena, &r);
            array_push(&identity->fields, ((struct header_field){r.group, r.name, r.value}));
        }
    }
}

bool identity_is_empty(const struct identity *identity)
{
    return identity->form.len == 0 && identity->accession.len == 0 && identity->parties.count == 0;
}

void identity_deinit(struct identity *identity)
{
    for (size_t i = 0; i < identity->parties.count; i++) {
        array_deinit(&identity->parties.at[i].former_names);
        array_deinit(&identity->parties.at[i].fields);
    }
    array_deinit(&identity->parties);
    array_deinit(&identity->fields);
    array_deinit(&identity->items);
}
