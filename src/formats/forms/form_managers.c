/* SPDX-License-Identifier: MIT */
/* Form 13F: holdings of institutional investment managers. Source: the printed form; EDGAR Form
 * 13F XML Technical Specification. */
#include "formats/forms/form_rules.h"

static const struct form_code kinds[] = {{"SH", "shares"}, {"PRN", "principal amount"}, {0}};
static const struct form_code options[] = {{"Put", "put option"}, {"Call", "call option"}, {0}};
static const struct form_code discretion[] = {
    {"SOLE", "sole discretion"}, {"DFND", "shared-defined"}, {"OTR", "shared-other"}, {0}};

static const struct form_column columns[] = {
    {"nameOfIssuer", "Name of Issuer", NULL, NULL},
    {"titleOfClass", "Title of\nClass", NULL, NULL},
    {"cusip", "CUSIP", NULL, NULL},
    {"figi", "FIGI", NULL, NULL},
    {"infoTable/value", "Value", NULL, NULL},
    {"sshPrnamt", "Shares or\nPrin. Amt", NULL, NULL},
    {"sshPrnamtType", "SH/\nPRN", kinds, NULL},
    {"putCall", "Put/\nCall", options, NULL},
    {"investmentDiscretion", "Investment\nDiscretion", discretion, NULL},
    {"otherManager", "Other\nManager", NULL, NULL},
    {"votingAuthority/Sole", "Voting:\nSole", NULL, NULL},
    {"votingAuthority/Shared", "Shared", NULL, NULL},
    {"votingAuthority/None", "None", NULL, NULL},
    {0},
};

static const struct form_column managers[] = {
    {"sequenceNumber", "No.", NULL, NULL},
    {"cik", "CIK", NULL, NULL},
    {"form13FFileNumber", "Form 13F\nFile Number", NULL, NULL},
    {"crdNumber", "CRD Number", NULL, NULL},
    {"secFileNumber", "SEC File\nNumber", NULL, NULL},
    {"name", "Name", NULL, NULL},
    {0},
};

static const struct form_rule rules[] = {
    {"schemaVersion", "Schema version", FORM_AUTO, 0, NULL, NULL},
    {"submissionType", "Form", FORM_AUTO, 0, NULL, NULL},
    {"periodOfReport", "Period of report", FORM_AUTO, 0, NULL, NULL},
    {"coverPage", "Cover page", FORM_SECTION, 2, NULL, NULL},
    {"reportCalendarOrQuarter", "Report for the calendar year or quarter ended", FORM_AUTO, 0, NULL,
     NULL},
    {"isAmendment", "Amendment", FORM_CHECK, 0, NULL, NULL},
    {"amendmentNo", "Amendment number", FORM_AUTO, 0, NULL, NULL},
    {"amendmentInfo", "Amendment", FORM_SECTION, 3, NULL, NULL},
    {"filingManager", "Institutional investment manager filing this report", FORM_SECTION, 3, NULL,
     NULL},
    {"reportType", "Report type", FORM_AUTO, 0, NULL, NULL},
    {"form13FFileNumber", "Form 13F file number", FORM_AUTO, 0, NULL, NULL},
    {"crdNumber", "CRD number", FORM_AUTO, 0, NULL, NULL},
    {"secFileNumber", "SEC file number", FORM_AUTO, 0, NULL, NULL},
    {"provideInfoForInstruction5", "Information is provided as Instruction 5 says", FORM_CHECK, 0,
     NULL, NULL},
    {"additionalInformation", "Additional information", FORM_TEXT, 0, NULL, NULL},
    {"otherManagersInfo", "Other managers reporting for this manager", FORM_SECTION, 3, NULL, NULL},
    {"otherManagersInfo/otherManager", NULL, FORM_ROWS, 0, NULL, managers},
    {"otherManagers2Info", "Other included managers", FORM_SECTION, 3, NULL, NULL},
    {"otherManager2", NULL, FORM_ROWS, 0, NULL, managers},
    {"signatureBlock", "Person signing this report", FORM_SECTION, 2, NULL, NULL},
    {"stateOrCountry", "State or country", FORM_AUTO, 0, NULL, NULL},
    {"signatureDate", "Date", FORM_AUTO, 0, NULL, NULL},
    {"summaryPage", "Summary page", FORM_SECTION, 2, NULL, NULL},
    {"otherIncludedManagersCount", "Number of other included managers", FORM_AUTO, 0, NULL, NULL},
    {"tableEntryTotal", "Information table entry total", FORM_AUTO, 0, NULL, NULL},
    {"tableValueTotal", "Information table value total", FORM_AUTO, 0, NULL, NULL},
    {"isConfidentialOmitted", "Confidential information is omitted and filed separately",
     FORM_CHECK, 0, NULL, NULL},
    {"infoTable", NULL, FORM_ROWS, 0, NULL, columns},
    {0},
};

const struct form_rule *form_rules_managers(void)
{
    return rules;
}
