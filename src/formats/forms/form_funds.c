/* SPDX-License-Identifier: MIT */
/* Forms N-PORT and 24F-2, of funds; and what is told of XBRL files. Source: the printed forms;
 * EDGAR Form N-PORT and Form 24F-2 XML Technical Specifications. */
#include "formats/forms/form_rules.h"

static const struct form_code units[] = {{"NS", "number of shares"},
                                         {"PA", "principal amount"},
                                         {"NC", "number of contracts"},
                                         {"OU", "other units"},
                                         {0}};

static const struct form_code assets[] = {{"STIV", "short-term investment vehicle"},
                                          {"RA", "repurchase agreement"},
                                          {"EC", "equity, common"},
                                          {"EP", "equity, preferred"},
                                          {"DBT", "debt"},
                                          {"DCO", "derivative, commodity"},
                                          {"DCR", "derivative, credit"},
                                          {"DE", "derivative, equity"},
                                          {"DFE", "derivative, foreign exchange"},
                                          {"DIR", "derivative, interest rate"},
                                          {"DO", "derivative, other"},
                                          {"SN", "structured note"},
                                          {"LON", "loan"},
                                          {"ABS-MBS", "mortgage-backed security"},
                                          {"ABS-APCP", "asset-backed commercial paper"},
                                          {"ABS-CBDO", "collateralized bond or debt obligation"},
                                          {"ABS-O", "other asset-backed security"},
                                          {"COMM", "commodity"},
                                          {"RE", "real estate"},
                                          {0}};

static const struct form_code issuers[] = {{"CORP", "corporate"},
                                           {"UST", "U.S. Treasury"},
                                           {"USGA", "U.S. government agency"},
                                           {"USGSE", "U.S. government sponsored entity"},
                                           {"MUN", "municipal"},
                                           {"NUSS", "non-U.S. sovereign"},
                                           {"PF", "private fund"},
                                           {"RF", "registered fund"},
                                           {0}};

/* Part C of Form N-PORT. */
static const struct form_column holdings[] = {
    {"invstOrSec/name", "Issuer", NULL, NULL},
    {"invstOrSec/lei", "LEI", NULL, NULL},
    {"invstOrSec/title", "Title of\nIssue", NULL, NULL},
    {"invstOrSec/cusip", "CUSIP", NULL, NULL},
    {"identifiers/isin", "ISIN", NULL, NULL},
    {"identifiers/ticker", "Ticker", NULL, NULL},
    {"identifiers/other@otherDesc", "Other\nIdentifier", NULL, NULL},
    {"identifiers/other", NULL, NULL, NULL},
    {"invstOrSec/balance", "Balance", NULL, NULL},
    {"invstOrSec/units", "Units", units, NULL},
    {"invstOrSec/descOthUnits", NULL, NULL, NULL},
    {"invstOrSec/curCd", "Currency", NULL, NULL},
    {"currencyConditional@curCd", NULL, NULL, NULL},
    {"currencyConditional@exchangeRt", "Exchange\nRate", NULL, NULL},
    {"invstOrSec/valUSD", "Value,\nUSD", NULL, NULL},
    {"invstOrSec/pctVal", "Percent of\nNet Assets", NULL, NULL},
    {"invstOrSec/payoffProfile", "Payoff\nProfile", NULL, NULL},
    {"invstOrSec/assetCat", "Asset\nType", assets, NULL},
    {"assetConditional@desc", NULL, NULL, NULL},
    {"assetConditional@assetCat", NULL, NULL, NULL},
    {"invstOrSec/issuerCat", "Issuer\nType", issuers, NULL},
    {"issuerConditional@desc", NULL, NULL, NULL},
    {"issuerConditional@issuerCat", NULL, NULL, NULL},
    {"invstOrSec/invCountry", "Country", NULL, NULL},
    {"invstOrSec/isRestrictedSec", "Restricted", NULL, NULL},
    {"fundCat", "Liquidity", NULL, NULL},
    {"invstOrSec/fairValLevel", "Fair Value\nLevel", NULL, NULL},
    {"debtSec/maturityDt", "Maturity", NULL, NULL},
    {"debtSec/couponKind", "Coupon", NULL, NULL},
    {"debtSec/annualizedRt", "Annualized\nRate", NULL, NULL},
    {"debtSec/isDefault", "In\nDefault", NULL, NULL},
    {"debtSec/areIntrstPmntsInArrs", "In\nArrears", NULL, NULL},
    {"debtSec/isPaidKind", "Paid in\nKind", NULL, NULL},
    {"securityLending/isCashCollateral", "Cash\nCollateral", NULL, NULL},
    {"securityLending/isNonCashCollateral", "Non-cash\nCollateral", NULL, NULL},
    {"securityLending/isLoanByFund", "On Loan\nby Fund", NULL, NULL},
    {0},
};

static const struct form_rule portfolio[] = {
    {"isConfidential", "Confidential", FORM_CHECK, 0, NULL, NULL},
    {"genInfo", "Part A: General information", FORM_SECTION, 2, NULL, NULL},
    {"regName", "Name of registrant", FORM_AUTO, 0, NULL, NULL},
    {"regFileNumber", "Investment Company Act file number", FORM_AUTO, 0, NULL, NULL},
    {"regCik", "CIK of registrant", FORM_AUTO, 0, NULL, NULL},
    {"regLei", "LEI of registrant", FORM_AUTO, 0, NULL, NULL},
    {"regStreet1", "Street", FORM_AUTO, 0, NULL, NULL},
    {"regStreet2", "Street", FORM_AUTO, 0, NULL, NULL},
    {"regCity", "City", FORM_AUTO, 0, NULL, NULL},
    {"regStateConditional", "State and country", FORM_AUTO, 0, NULL, NULL},
    {"regZipOrPostalCode", "ZIP or postal code", FORM_AUTO, 0, NULL, NULL},
    {"regPhone", "Telephone", FORM_AUTO, 0, NULL, NULL},
    {"seriesName", "Name of series", FORM_AUTO, 0, NULL, NULL},
    {"seriesLei", "LEI of series", FORM_AUTO, 0, NULL, NULL},
    {"repPdEnd", "Fiscal year end", FORM_AUTO, 0, NULL, NULL},
    {"repPdDate", "Date as of which information is reported", FORM_AUTO, 0, NULL, NULL},
    {"isFinalFiling", "Final filing", FORM_CHECK, 0, NULL, NULL},
    {"fundInfo", "Part B: Information about the fund", FORM_SECTION, 2, NULL, NULL},
    {"totAssets", "Total assets", FORM_AUTO, 0, NULL, NULL},
    {"totLiabs", "Total liabilities", FORM_AUTO, 0, NULL, NULL},
    {"netAssets", "Net assets", FORM_AUTO, 0, NULL, NULL},
    {"assetsAttrMiscSec", "Assets attributable to miscellaneous securities", FORM_AUTO, 0, NULL,
     NULL},
    {"assetsInvested", "Assets invested in a controlled foreign corporation", FORM_AUTO, 0, NULL,
     NULL},
    {"amtPayOneYrBanksBorr", "Payable within one year: banks, for borrowings", FORM_AUTO, 0, NULL,
     NULL},
    {"amtPayOneYrCtrldComp", "Payable within one year: controlled companies", FORM_AUTO, 0, NULL,
     NULL},
    {"amtPayOneYrOthAffil", "Payable within one year: other affiliates", FORM_AUTO, 0, NULL, NULL},
    {"amtPayOneYrOther", "Payable within one year: others", FORM_AUTO, 0, NULL, NULL},
    {"amtPayAftOneYrBanksBorr", "Payable after one year: banks, for borrowings", FORM_AUTO, 0, NULL,
     NULL},
    {"amtPayAftOneYrCtrldComp", "Payable after one year: controlled companies", FORM_AUTO, 0, NULL,
     NULL},
    {"amtPayAftOneYrOthAffil", "Payable after one year: other affiliates", FORM_AUTO, 0, NULL,
     NULL},
    {"amtPayAftOneYrOther", "Payable after one year: others", FORM_AUTO, 0, NULL, NULL},
    {"delayDeliv", "Payable for delayed delivery securities", FORM_AUTO, 0, NULL, NULL},
    {"standByCommit", "Payable for standby commitments", FORM_AUTO, 0, NULL, NULL},
    {"liquidPref", "Liquidation preference of preferred stock", FORM_AUTO, 0, NULL, NULL},
    {"cshNotRptdInCorD", "Cash not reported in Parts C and D", FORM_AUTO, 0, NULL, NULL},
    {"curMetrics", "Portfolio level risk metrics", FORM_SECTION, 3, NULL, NULL},
    {"curMetric", NULL, FORM_INSIDE, 0, NULL, NULL},
    {"curCd", "Currency", FORM_AUTO, 0, NULL, NULL},
    {"intrstRtRiskdv01", "Interest rate risk, 1 basis point", FORM_AUTO, 0, NULL, NULL},
    {"intrstRtRiskdv100", "Interest rate risk, 100 basis points", FORM_AUTO, 0, NULL, NULL},
    {"creditSprdRiskInvstGrade", "Credit spread risk, investment grade", FORM_AUTO, 0, NULL, NULL},
    {"creditSprdRiskNonInvstGrade", "Credit spread risk, non-investment grade", FORM_AUTO, 0, NULL,
     NULL},
    {"returnInfo", "Return information", FORM_SECTION, 3, NULL, NULL},
    {"monthlyTotReturns", NULL, FORM_INSIDE, 0, NULL, NULL},
    {"monthlyTotReturn", "Monthly total returns", FORM_AUTO, 0, NULL, NULL},
    {"othMon1", "Other than derivatives, month 1", FORM_AUTO, 0, NULL, NULL},
    {"othMon2", "Other than derivatives, month 2", FORM_AUTO, 0, NULL, NULL},
    {"othMon3", "Other than derivatives, month 3", FORM_AUTO, 0, NULL, NULL},
    {"mon1Flow", "Flow, month 1", FORM_AUTO, 0, NULL, NULL},
    {"mon2Flow", "Flow, month 2", FORM_AUTO, 0, NULL, NULL},
    {"mon3Flow", "Flow, month 3", FORM_AUTO, 0, NULL, NULL},
    {"invstOrSecs", "Part C: Schedule of portfolio investments", FORM_SECTION, 2, NULL, NULL},
    {"invstOrSec", NULL, FORM_ROWS, 0, NULL, holdings},
    {"signature", "Signature", FORM_AUTO, 0, NULL, NULL},
    {0},
};

static const struct form_rule fee[] = {
    {"annualFilings", NULL, FORM_INSIDE, 0, NULL, NULL},
    {"annualFilingInfo", "Annual notice", FORM_SECTION, 2, NULL, NULL},
    {"item1", "Item 1. Name and address of issuer", FORM_SECTION, 3, NULL, NULL},
    {"item2", "Item 2. Series or class", FORM_SECTION, 3, NULL, NULL},
    {"item3", "Item 3. File numbers", FORM_SECTION, 3, NULL, NULL},
    {"item4", "Item 4. Fiscal year", FORM_SECTION, 3, NULL, NULL},
    {"isThisFormBeingFiledLate", "Filed late", FORM_CHECK, 0, NULL, NULL},
    {"item5", "Item 5. Calculation of registration fee", FORM_SECTION, 3, NULL, NULL},
    {"item6", "Item 6. Interest due", FORM_SECTION, 3, NULL, NULL},
    {"item7", "Item 7. Total due", FORM_SECTION, 3, NULL, NULL},
    {"item8", "Item 8", FORM_SECTION, 3, NULL, NULL},
    {"annualFilingInfo/signature", "Signature", FORM_SECTION, 3, NULL, NULL},
    {0},
};

static const struct form_column contexts[] = {
    {"context@id", "Context", NULL, NULL},
    {"identifier@scheme", "Entity", NULL, "http://www.sec.gov/CIK"},
    {"identifier", NULL, NULL, NULL},
    {"explicitMember@dimension", "Dimension", NULL, NULL},
    {"explicitMember", NULL, NULL, NULL},
    {"typedMember@dimension", NULL, NULL, NULL},
    {"startDate", "From, or at", NULL, NULL},
    {"instant", NULL, NULL, NULL},
    {"endDate", "To", NULL, NULL},
    {0},
};

static const struct form_column measures[] = {
    {"unit@id", "Unit", NULL, NULL}, {"measure", "Measure", NULL, NULL}, {0}};

static const struct form_rule xbrl[] = {
    {"context", "Contexts", FORM_ROWS, 0, NULL, contexts},
    {"unit", "Units", FORM_ROWS, 0, NULL, measures},
    {0},
};

const struct form_rule *form_rules_portfolio(void)
{
    return portfolio;
}

const struct form_rule *form_rules_fee(void)
{
    return fee;
}

const struct form_rule *form_rules_xbrl(void)
{
    return xbrl;
}
