/* SPDX-License-Identifier: MIT */
/* Reading submission headers of both dialects, line by line. */
#include "formats/header.h"

#include "formats/pem.h"

enum { LONGEST_LINE = 16 * 1024, SUBMISSION_FIELDS = 9 };

struct word {
    const char *tag;  /* in the tag dialect */
    const char *name; /* in the tab dialect */
};

static const struct word fields[] = {
    /* of the submission */
    {"ACCESSION-NUMBER", "ACCESSION NUMBER"},
    {"TYPE", "CONFORMED SUBMISSION TYPE"},
    {"PUBLIC-DOCUMENT-COUNT", "PUBLIC DOCUMENT COUNT"},
    {"PERIOD", "CONFORMED PERIOD OF REPORT"},
    {"ITEMS", "ITEM INFORMATION"},
    {"FILING-DATE", "FILED AS OF DATE"},
    {"DATE-OF-FILING-DATE-CHANGE", "DATE AS OF CHANGE"},
    {"EFFECTIVENESS-DATE", "EFFECTIVENESS DATE"},
    {"GROUP-MEMBERS", "GROUP MEMBERS"},
    /* of a party */
    {"CONFORMED-NAME", "COMPANY CONFORMED NAME"},
    {"CIK", "CENTRAL INDEX KEY"},
    {"ASSIGNED-SIC", "STANDARD INDUSTRIAL CLASSIFICATION"},
    {"ORGANIZATION-NAME", "ORGANIZATION NAME"},
    {"IRS-NUMBER", "IRS NUMBER"},
    {"STATE-OF-INCORPORATION", "STATE OF INCORPORATION"},
    {"FISCAL-YEAR-END", "FISCAL YEAR END"},
    {"FORM-TYPE", "FORM TYPE"},
    {"ACT", "SEC ACT"},
    {"FILE-NUMBER", "SEC FILE NUMBER"},
    {"FILM-NUMBER", "FILM NUMBER"},
    {"STREET1", "STREET 1"},
    {"STREET2", "STREET 2"},
    {"PHONE", "BUSINESS PHONE"},
    {"FORMER-CONFORMED-NAME", "FORMER CONFORMED NAME"},
    {"DATE-CHANGED", "DATE OF NAME CHANGE"},
    {"ABS-ASSET-CLASS", "ABS ASSET CLASS"},
    {"ABS-RULE", "ABS RULE"},
    {"RELATIONSHIP", "RELATIONSHIP"},
};

static const struct word groups[] = {
    {"COMPANY-DATA", "COMPANY DATA"},
    {"OWNER-DATA", "OWNER DATA"},
    {"FILING-VALUES", "FILING VALUES"},
    {"BUSINESS-ADDRESS", "BUSINESS ADDRESS"},
    {"MAIL-ADDRESS", "MAIL ADDRESS"},
    {"FORMER-COMPANY", "FORMER COMPANY"},
    {"FORMER-NAME", "FORMER NAME"},
    {"SERIES", "SERIES"},
    {"NEW-SERIES", "NEW-SERIES"},
    {"CLASS-CONTRACT", "CLASS-CONTRACT"},
    {"NEW-CLASSES-CONTRACTS", "NEW-CLASSES-CONTRACTS"},
    {"ACQUIRING-DATA", "ACQUIRING-DATA"},
    {"TARGET-DATA", "TARGET-DATA"},
    {"MERGER", "MERGER"},
    {"RULE", "RULE"},
    {"ITEM", "ITEM"},
};

static const struct word parties[] = {
    {"FILER", "FILER"},         {"SUBJECT-COMPANY", "SUBJECT COMPANY"},
    {"FILED-BY", "FILED BY"},   {"REPORTING-OWNER", "REPORTING-OWNER"},
    {"ISSUER", "ISSUER"},       {"SERIAL-COMPANY", "SERIAL COMPANY"},
    {"DEPOSITOR", "DEPOSITOR"}, {"SECURITIZER", "SECURITIZER"},
    {"FILED-FOR", "FILED FOR"}, {"UNDERWRITER", "UNDERWRITER"},
};

/* Tags around everything, which say nothing themselves; <SEC-DOCUMENT> and its kin name the file,
 * and come out as fields. */
static const struct word frames[] = {
    {"SUBMISSION", ""},
    {"SERIES-AND-CLASSES-CONTRACTS-DATA", ""},
    {"EXISTING-SERIES-AND-CLASSES-CONTRACTS", ""},
    {"NEW-SERIES-AND-CLASSES-CONTRACTS", ""},
    {"MERGER-SERIES-AND-CLASSES-CONTRACTS", ""},
};

#define FIND(table, name) find(table, sizeof(table) / sizeof(table)[0], name)

/* The word of a table that is `name` in either dialect; NULL when there is none. */
static const struct word *find(const struct word *table, size_t count, struct slice name)
{
    for (size_t i = 0; i < count; i++)
        if (slice_equal(slice_of(table[i].tag), name) || slice_equal(slice_of(table[i].name), name))
            return &table[i];
    return NULL;
}

void header_init(struct header_reader *reader, struct slice header)
{
    *reader = (struct header_reader){.rest = header};
}

static void close_party(struct header_reader *reader)
{
    reader->role = SLICE("");
    reader->group = SLICE("");
    reader->by_tag = false;
}

/* Splits "<NAME>value". False when the line is no tag. */
static bool split_tag(struct slice line, bool *closes, struct slice *name, struct slice *value)
{
    size_t close = slice_find(slice_cut(line, 0, 256), SLICE(">"));
    if (line.len < 3 || line.at[0] != '<' || close >= line.len || line.at[close] != '>')
        return false;
    *closes = line.at[1] == '/';
    *name = slice_cut(line, *closes ? 2 : 1, close);
    *value = slice_trim(slice_cut(line, close + 1, line.len));
    return name->len > 0;
}

/* Splits "KEY:<tab>value" at the first colon before a blank or the end; values hold colons. In
 * some headers the end of a classification, "]", has slipped before the next key. */
static bool split_key(struct slice line, size_t *depth, struct slice *name, struct slice *value)
{
    size_t indent = 0;
    *depth = 0;
    for (; indent < line.len && (byte_is_blank(line.at[indent]) || line.at[indent] == ']');
         indent++)
        *depth += line.at[indent] == '\t';
    for (size_t at = indent; at < line.len && at < indent + 256; at++)
        if (line.at[at] == ':' && (at + 1 == line.len || byte_is_blank(line.at[at + 1]))) {
            *name = slice_trim(slice_cut(line, indent, at));
            *value = slice_trim(slice_cut(line, at + 1, line.len));
            return name->len > 0;
        }
    return false;
}

static bool next_written_line(struct slice *rest, struct slice *line)
{
    while (slice_next_line(rest, line))
        if (slice_trim(*line).len > 0)
            return true;
    return false;
}

/* True when the next line that is not blank opens a group or names somebody: what stands before
 * it is then a party, whatever it is called, and no flag. */
static bool party_follows(struct slice rest)
{
    static const char *const openers[] = {
        "COMPANY DATA", "OWNER DATA",   "FILING VALUES",          "BUSINESS ADDRESS",
        "MAIL ADDRESS", "RELATIONSHIP", "COMPANY CONFORMED NAME", "CENTRAL INDEX KEY",
    };
    struct slice line;
    struct slice name;
    struct slice value;
    bool closes = false;
    size_t depth = 0;
    rest = slice_cut(rest, 0, 4096);
    if (!next_written_line(&rest, &line))
        return false;
    if (!split_tag(line, &closes, &name, &value) && !split_key(line, &depth, &name, &value))
        return false;
    if (closes)
        return false;
    const struct word *word = FIND(groups, name);
    if (!word)
        word = FIND(fields, name);
    for (size_t i = 0; word && i < sizeof openers / sizeof openers[0]; i++)
        if (slice_equal(slice_of(openers[i]), slice_of(word->name)))
            return true;
    return false;
}

static bool open_party(struct header_reader *reader, struct slice role, bool by_tag,
                       struct header_record *record)
{
    close_party(reader);
    reader->role = role;
    reader->by_tag = by_tag;
    *record = (struct header_record){.kind = HEADER_PARTY, .role = role};
    return true;
}

static bool open_group(struct header_reader *reader, struct slice group,
                       struct header_record *record)
{
    reader->group = group;
    *record = (struct header_record){
        .kind = HEADER_GROUP, .in_party = reader->role.len > 0, .group = group};
    return true;
}

static bool say_field(const struct header_reader *reader, struct slice name, struct slice value,
                      struct header_record *record)
{
    const struct word *word = FIND(fields, name);
    *record = (struct header_record){.kind = HEADER_FIELD,
                                     .in_party = reader->role.len > 0,
                                     .group = reader->group,
                                     .name = word ? slice_of(word->name) : name,
                                     .value = value};
    return true;
}

/* An end tag closes what it names, if that is open; others, such as those that stray in older
 * headers, close nothing. */
static bool close_tag(struct header_reader *reader, struct slice name)
{
    const struct word *party = FIND(parties, name);
    const struct word *group = FIND(groups, name);
    if (slice_equal(name, reader->role) ||
        (party && slice_equal(slice_of(party->name), reader->role)))
        close_party(reader);
    else if (group && slice_equal(slice_of(group->name), reader->group))
        reader->group = SLICE("");
    return false;
}

static bool take_tag(struct header_reader *reader, struct slice name, struct slice value,
                     struct header_record *record)
{
    const struct word *group = FIND(groups, name);
    const struct word *party = FIND(parties, name);
    if (value.len == 0) {
        if (FIND(frames, name)) {
            close_party(reader);
            return false;
        }
        if (group)
            return open_group(reader, slice_of(group->name), record);
        if (party_follows(reader->rest))
            return open_party(reader, party ? slice_of(party->name) : name, true, record);
    }
    return say_field(reader, name, value, record);
}

/* Fields of the whole submission, the first of the table; one of them ends a party that a line
 * of text began. Other fields stay with the party even where the tabs before them are lost. */
static bool is_of_submission(struct slice name)
{
    const struct word *word = FIND(fields, name);
    return slice_equal(name, SLICE("SROS")) || (word && word < &fields[SUBMISSION_FIELDS]);
}

static bool take_key(struct header_reader *reader, size_t depth, struct slice name,
                     struct slice value, struct header_record *record)
{
    if (value.len == 0) {
        const struct word *group = FIND(groups, name);
        const struct word *party = FIND(parties, name);
        if (group)
            return open_group(reader, slice_of(group->name), record);
        if (depth == 0 && (party || party_follows(reader->rest)))
            return open_party(reader, party ? slice_of(party->name) : name, false, record);
        if (depth == 1 && !FIND(fields, name))
            return open_group(reader, name, record);
    } else if (depth == 0 && !reader->by_tag && is_of_submission(name)) {
        close_party(reader);
    }
    return say_field(reader, name, value, record);
}

/* A line that is longer than any of a header comes in pieces, so that each is found at once. */
static bool take_line(struct header_reader *reader, struct slice *line)
{
    struct slice window = slice_cut(reader->rest, 0, LONGEST_LINE);
    if (!slice_next_line(&window, line))
        return false;
    size_t taken = (size_t)(window.at - reader->rest.at);
    reader->rest = slice_cut(reader->rest, taken, reader->rest.len);
    return true;
}

bool header_next(struct header_reader *reader, struct header_record *record)
{
    struct slice line;
    while (take_line(reader, &line)) {
        struct slice name;
        struct slice value;
        bool closes = false;
        size_t depth = 0;
        bool said = false;
        if (slice_trim(line).len == 0 || pem_ends(line))
            continue;
        if (split_tag(line, &closes, &name, &value))
            said = closes ? close_tag(reader, name) : take_tag(reader, name, value, record);
        else if (split_key(line, &depth, &name, &value))
            said = take_key(reader, depth, name, value, record);
        if (said)
            return true;
    }
    return false;
}
