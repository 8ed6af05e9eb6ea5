/* SPDX-License-Identifier: MIT */
/*
 * Fields of a form: "Label: value", on one line or as paragraphs below the label.
 *
 * A field is an element with a value: its text, its attributes, the <value>s in it. An address or
 * a person's name, though of several elements, is one too.
 */
#ifndef FOLIO_FORMATS_FORMS_FORM_FIELD_H
#define FOLIO_FORMATS_FORMS_FORM_FIELD_H

#include "formats/forms/form_rules.h"
#include "formats/forms/form_say.h"
#include "formats/forms/form_tree.h"

#include <stdbool.h>
#include <stdint.h>

/* A form that is being said. */
struct form_speech {
    struct form_say say;
    const struct form_rule *rules; /* of its kind, or NULL */
};

/* The rule for the element, or NULL. */
const struct form_rule *form_field_rule(const struct form_speech *p, uint32_t id);

bool form_field_is(const struct form_tree *t, uint32_t id);
/* Whether the element is an address or a name of a person. */
bool form_field_is_joined(const struct form_tree *t, uint32_t id);

/* The attributes of the element as "Label value", parted by commas. */
void form_field_attributes(struct form_speech *p, uint32_t id);

/* Says the field, and those of the same name that follow when they are short: returns the last. */
uint32_t form_field_say(struct form_speech *p, uint32_t id, uint8_t indent);
void form_field_joined(struct form_speech *p, uint32_t id, uint8_t indent);
/* All that is in the element on one line. */
void form_field_line(struct form_speech *p, uint32_t id, uint8_t indent);
/* A box that is ticked or not, and the label; a field when it says neither yes nor no. */
void form_field_check(struct form_speech *p, uint32_t id, uint8_t indent);
/* Paragraphs, below the label if the rule gives one. */
void form_field_text(struct form_speech *p, uint32_t id, uint8_t indent);
/* A footnote. */
void form_field_note(struct form_speech *p, uint32_t id, uint8_t indent);

#endif
