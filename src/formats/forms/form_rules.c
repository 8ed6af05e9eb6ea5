/* SPDX-License-Identifier: MIT */
/* The kinds of forms, and the rules that hold for all of them. */
#include "formats/forms/form_rules.h"

static const struct form_rule common[] = {
    {"headerData", "Filing", FORM_SECTION, 0, NULL, NULL},
    {"formData", NULL, FORM_INSIDE, 0, NULL, NULL},
    {"filerInfo", NULL, FORM_INSIDE, 0, NULL, NULL},
    {"filer", "Filer", FORM_LINE, 0, NULL, NULL},
    {"flags", "", FORM_LINE, 0, NULL, NULL},
    {"confirmingCopyFlag", "Confirming copy", FORM_CHECK, 0, NULL, NULL},
    {"returnCopyFlag", "Return copy", FORM_CHECK, 0, NULL, NULL},
    {"overrideInternetFlag", "Override Internet", FORM_CHECK, 0, NULL, NULL},
    {"liveTestFlag", "Live or test", FORM_AUTO, 0, NULL, NULL},
    {"testOrLive", "Live or test", FORM_AUTO, 0, NULL, NULL},
    {"filerCik", "CIK", FORM_AUTO, 0, NULL, NULL},
    {"filerCcc", "CCC", FORM_AUTO, 0, NULL, NULL},
    {"street1", "Street", FORM_AUTO, 0, NULL, NULL},
    {"stateOrCountry", "State or country", FORM_AUTO, 0, NULL, NULL},
    {"zipCode", "ZIP code", FORM_AUTO, 0, NULL, NULL},
    {0},
};

const struct form_rule *form_rules_common(void)
{
    return common;
}

/* By root, type and what their rules are; the first that fits is taken. */
static const struct {
    const char *root, *type, *word, *name;
    const struct form_rule *(*rules)(void);
} kinds[] = {
    {"ownershipDocument", "3", "Form", "Initial statement of beneficial ownership of securities",
     form_rules_ownership},
    {"ownershipDocument", "4", "Form", "Statement of changes in beneficial ownership",
     form_rules_ownership},
    {"ownershipDocument", "5", "Form", "Annual statement of changes in beneficial ownership",
     form_rules_ownership},
    {"ownershipDocument", "", "Form", "Statement of beneficial ownership", form_rules_ownership},
    {"informationTable", "", NULL, "Form 13F information table", form_rules_managers},
    {"edgarSubmission", "13F-HR", "Form", "Report of an institutional investment manager",
     form_rules_managers},
    {"edgarSubmission", "13F-NT", "Form", "Notice of an institutional investment manager",
     form_rules_managers},
    {"edgarSubmission", "144", "Form", "Notice of proposed sale of securities", form_rules_notice},
    {"edgarSubmission", "D", "Form", "Notice of exempt offering of securities",
     form_rules_offering},
    {"edgarSubmission", "SCHEDULE 13D", NULL, "Schedule 13D: Statement of beneficial ownership",
     form_rules_schedule_13d},
    {"edgarSubmission", "SCHEDULE 13G", NULL,
     "Schedule 13G: Short statement of beneficial ownership", form_rules_schedule_13g},
    {"edgarSubmission", "NPORT", "Form", "Monthly portfolio investments report",
     form_rules_portfolio},
    {"edgarSubmission", "24F-2", "Form", "Annual notice of securities sold", form_rules_fee},
    {"edgarSubmission", "N-CEN", "Form", "Annual report of a registered investment company", NULL},
    {"edgarSubmission", "N-MFP", "Form", "Monthly schedule of a money market fund", NULL},
    {"edgarSubmission", "N-PX", "Form", "Annual report of proxy voting record", NULL},
    {"edgarSubmission", "C-TR", "Form", "Termination of crowdfunding reporting", NULL},
    {"edgarSubmission", "C-AR", "Form", "Annual report of a crowdfunding issuer", NULL},
    {"edgarSubmission", "C-U", "Form", "Progress update of a crowdfunding offering", NULL},
    {"edgarSubmission", "CFPORTAL", "Form", "Registration of a funding portal", NULL},
    {"edgarSubmission", "C", "Form", "Offering statement of a crowdfunding issuer", NULL},
    {"edgarSubmission", "MA-I", "Form", "Natural persons of a municipal advisor", NULL},
    {"edgarSubmission", "MA-W", "Form", "Withdrawal of a municipal advisor", NULL},
    {"edgarSubmission", "MA", "Form", "Registration of a municipal advisor", NULL},
    {"edgarSubmission", "TA-1", "Form", "Registration of a transfer agent", NULL},
    {"edgarSubmission", "TA-2", "Form", "Annual report of a transfer agent", NULL},
    {"edgarSubmission", "1-A", "Form", "Regulation A offering statement", NULL},
    {"edgarSubmission", "1-K", "Form", "Regulation A annual report", NULL},
    {"edgarSubmission", "1-Z", "Form", "Regulation A exit report", NULL},
    {"edgarSubmission", "X-17A-5", "Form", "Annual report of a broker or dealer", NULL},
    {"edgarSubmission", "EFFECT", NULL, "Notice of effectiveness", NULL},
    {"notificationOfRemoval", "", "Form", "Notification of removal from listing", NULL},
    {"xbrl", "", NULL, "XBRL instance", form_rules_xbrl},
    {"linkbase", "labelLink", NULL, "XBRL labels", form_rules_xbrl},
    {"linkbase", "presentationLink", NULL, "XBRL presentation", form_rules_xbrl},
    {"linkbase", "calculationLink", NULL, "XBRL calculation", form_rules_xbrl},
    {"linkbase", "definitionLink", NULL, "XBRL definitions", form_rules_xbrl},
    {"linkbase", "", NULL, "XBRL linkbase", form_rules_xbrl},
    {"schema", "", NULL, "XBRL schema", form_rules_xbrl},
    {"FilingSummary", "", NULL, "Filing summary", NULL},
};

bool form_rules_find(struct slice root, struct slice type, struct form_kind *kind)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (!slice_equal_nocase(root, slice_of(kinds[i].root)) ||
            !slice_starts_nocase(type, slice_of(kinds[i].type)))
            continue;
        kind->word = kinds[i].word;
        kind->name = kinds[i].name;
        kind->rules = kinds[i].rules ? kinds[i].rules() : NULL;
        return true;
    }
    return false;
}
