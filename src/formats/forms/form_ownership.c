/* SPDX-License-Identifier: MIT */
/* Forms 3, 4 and 5: insiders' holdings. Source: the printed forms; EDGAR Ownership XML Technical
 * Specification. */
#include "formats/forms/form_rules.h"

static const struct form_code transactions[] = {
    {"P", "open market or private purchase"},
    {"S", "open market or private sale"},
    {"V", "reported voluntarily, earlier than required"},
    {"A", "grant, award or other acquisition from the issuer, Rule 16b-3(d)"},
    {"D", "sale or disposition to the issuer, Rule 16b-3(e)"},
    {"F", "payment of exercise price or tax by delivering or withholding securities"},
    {"I", "discretionary transaction, Rule 16b-3(f)"},
    {"M", "exercise or conversion of a derivative security, Rule 16b-3"},
    {"C", "conversion of a derivative security"},
    {"E", "expiration of a short derivative position"},
    {"H", "expiration or cancellation of a long derivative position with value received"},
    {"O", "exercise of an out-of-the-money derivative security"},
    {"X", "exercise of an in-the-money or at-the-money derivative security"},
    {"G", "gift"},
    {"L", "small acquisition, Rule 16a-6"},
    {"W", "acquisition or disposition by will or the laws of descent"},
    {"Z", "deposit into or withdrawal from a voting trust"},
    {"J", "other acquisition or disposition"},
    {"K", "transaction in an equity swap or similar instrument"},
    {"U", "tender of shares in a change of control"},
    {0},
};

static const struct form_code timeliness[] = {{"E", "early"}, {"L", "late"}, {0}};
static const struct form_code direction[] = {{"A", "acquired"}, {"D", "disposed of"}, {0}};
static const struct form_code ownership[] = {{"D", "direct"}, {"I", "indirect"}, {0}};

/* Table I: securities that are no derivatives. In the order of the XML, which puts the price before
 * (A) or (D). */
static const struct form_column plain_columns[] = {
    {"securityTitle", "1. Title of\nSecurity", NULL, NULL},
    {"transactionDate", "2. Transaction\nDate", NULL, NULL},
    {"deemedExecutionDate", "2A. Deemed\nExecution\nDate", NULL, NULL},
    {"transactionFormType", "Reported\non Form", NULL, NULL},
    {"transactionCode", "3. Code", transactions, NULL},
    {"equitySwapInvolved", "Swap", NULL, NULL},
    {"transactionTimeliness", "Timeliness", timeliness, NULL},
    {"transactionShares", "4. Amount", NULL, NULL},
    {"transactionPricePerShare", "Price", NULL, NULL},
    {"transactionAcquiredDisposedCode", "(A) or\n(D)", direction, NULL},
    {"sharesOwnedFollowingTransaction", "5. Amount\nOwned\nFollowing", NULL, NULL},
    {"valueOwnedFollowingTransaction", NULL, NULL, NULL},
    {"directOrIndirectOwnership", "6. Form:\n(D) or\n(I)", ownership, NULL},
    {"natureOfOwnership", "7. Nature of\nIndirect\nOwnership", NULL, NULL},
    {0},
};

/* Table II: derivatives. */
static const struct form_column derivative_columns[] = {
    {"securityTitle", "1. Title of\nDerivative\nSecurity", NULL, NULL},
    {"conversionOrExercisePrice", "2. Exercise\nPrice", NULL, NULL},
    {"transactionDate", "3. Transaction\nDate", NULL, NULL},
    {"deemedExecutionDate", "3A. Deemed\nExecution\nDate", NULL, NULL},
    {"transactionFormType", "Reported\non Form", NULL, NULL},
    {"transactionCode", "4. Code", transactions, NULL},
    {"equitySwapInvolved", "Swap", NULL, NULL},
    {"transactionTimeliness", "Timeliness", timeliness, NULL},
    {"transactionShares", "5. Number\nof\nDerivatives", NULL, NULL},
    {"transactionTotalValue", NULL, NULL, NULL},
    {"transactionPricePerShare", "8. Price", NULL, NULL},
    {"transactionAcquiredDisposedCode", "(A) or\n(D)", direction, NULL},
    {"exerciseDate", "6. Date\nExercisable", NULL, NULL},
    {"expirationDate", "Expiration\nDate", NULL, NULL},
    {"underlyingSecurityTitle", "7. Underlying\nSecurity", NULL, NULL},
    {"underlyingSecurityShares", "Amount or\nNumber", NULL, NULL},
    {"underlyingSecurityValue", NULL, NULL, NULL},
    {"sharesOwnedFollowingTransaction", "9. Number\nOwned\nFollowing", NULL, NULL},
    {"valueOwnedFollowingTransaction", NULL, NULL, NULL},
    {"directOrIndirectOwnership", "10. Form:\n(D) or\n(I)", ownership, NULL},
    {"natureOfOwnership", "11. Nature of\nIndirect\nOwnership", NULL, NULL},
    {0},
};

static const struct form_rule rules[] = {
    {"schemaVersion", "Schema version", FORM_AUTO, 0, NULL, NULL},
    {"documentType", "Form", FORM_AUTO, 0, NULL, NULL},
    {"periodOfReport", "Period of report", FORM_AUTO, 0, NULL, NULL},
    {"dateOfOriginalSubmission", "Date of original filing", FORM_AUTO, 0, NULL, NULL},
    {"noSecuritiesOwned", "No securities are beneficially owned", FORM_CHECK, 0, NULL, NULL},
    {"notSubjectToSection16", "No longer subject to Section 16", FORM_CHECK, 0, NULL, NULL},
    {"form3HoldingsReported", "Form 3 holdings reported", FORM_CHECK, 0, NULL, NULL},
    {"form4TransactionsReported", "Form 4 transactions reported", FORM_CHECK, 0, NULL, NULL},
    {"aff10b5One", "Made under a contract, instruction or written plan, Rule 10b5-1(c)", FORM_CHECK,
     0, NULL, NULL},
    {"issuer", "Issuer", FORM_SECTION, 2, NULL, NULL},
    {"issuerCik", "CIK", FORM_AUTO, 0, NULL, NULL},
    {"issuerName", "Name", FORM_AUTO, 0, NULL, NULL},
    {"issuerTradingSymbol", "Ticker or trading symbol", FORM_AUTO, 0, NULL, NULL},
    {"reportingOwner", "Reporting person", FORM_SECTION, 2, NULL, NULL},
    {"reportingOwnerId", NULL, FORM_INSIDE, 0, NULL, NULL},
    {"rptOwnerCik", "CIK", FORM_AUTO, 0, NULL, NULL},
    {"rptOwnerCcc", "CCC", FORM_AUTO, 0, NULL, NULL},
    {"rptOwnerName", "Name", FORM_AUTO, 0, NULL, NULL},
    {"reportingOwnerAddress", "Address", FORM_AUTO, 0, NULL, NULL},
    {"reportingOwnerRelationship", "Relationship to issuer", FORM_LINE, 0, NULL, NULL},
    {"isDirector", "Director", FORM_CHECK, 0, NULL, NULL},
    {"isOfficer", "Officer", FORM_CHECK, 0, NULL, NULL},
    {"isTenPercentOwner", "10% owner", FORM_CHECK, 0, NULL, NULL},
    {"isOther", "Other", FORM_CHECK, 0, NULL, NULL},
    {"officerTitle", "Title", FORM_AUTO, 0, NULL, NULL},
    {"otherText", "Other", FORM_AUTO, 0, NULL, NULL},
    {"nonDerivativeTable", "Table I: Non-derivative securities", FORM_SECTION, 2, NULL, NULL},
    {"nonDerivativeTransaction", NULL, FORM_ROWS, 0, NULL, plain_columns},
    {"nonDerivativeHolding", NULL, FORM_ROWS, 0, NULL, plain_columns},
    {"derivativeTable", "Table II: Derivative securities", FORM_SECTION, 2, NULL, NULL},
    {"derivativeTransaction", NULL, FORM_ROWS, 0, NULL, derivative_columns},
    {"derivativeHolding", NULL, FORM_ROWS, 0, NULL, derivative_columns},
    {"footnotes", "Explanation of responses", FORM_SECTION, 2, NULL, NULL},
    {"footnote", NULL, FORM_NOTE, 0, NULL, NULL},
    {"remarks", "Remarks", FORM_TEXT, 0, NULL, NULL},
    {"ownerSignature", "Signature", FORM_SECTION, 2, NULL, NULL},
    {"signatureName", "Signature", FORM_AUTO, 0, NULL, NULL},
    {"signatureDate", "Date", FORM_AUTO, 0, NULL, NULL},
    {0},
};

const struct form_rule *form_rules_ownership(void)
{
    return rules;
}
