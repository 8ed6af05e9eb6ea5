/* SPDX-License-Identifier: MIT */
/* Forms in XML: what a reader sees of each kind, and that nothing is left out. */
#include "formats/forms/forms.h"

#include "base/buffer.h"
#include "formats/oddity.h"
#include "forms_heard.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

enum { BASE = 1000 };

struct form {
    const char *name, *xml, *seen;
};

static const struct form forms[] = {
    {"a statement of changes",
     "<?xml version=\"1.0\"?>\n<ownershipDocument><documentType>4</documentType>"
     "<issuer><issuerCik>0009900001</issuerCik><issuerName>Quillmere &amp; Co</issuerName></issuer>"
     "<reportingOwner><reportingOwnerId><rptOwnerName>Doe Ann</rptOwnerName></reportingOwnerId>"
     "<reportingOwnerAddress><rptOwnerStreet1>1 Elm Row</rptOwnerStreet1><rptOwnerCity>Dunmore"
     "</rptOwnerCity><rptOwnerState>ZZ</rptOwnerState><rptOwnerZipCode>00001</rptOwnerZipCode>"
     "</reportingOwnerAddress><reportingOwnerRelationship><isDirector>0</isDirector>"
     "<isOfficer>true</isOfficer><officerTitle>Treasurer</officerTitle>"
     "</reportingOwnerRelationship></reportingOwner><nonDerivativeTable>"
     "<nonDerivativeTransaction><securityTitle><value>Common</value><footnoteId id=\"F1\"/>"
     "</securityTitle><transactionDate><value>2024-05-06</value></transactionDate>"
     "<transactionCoding><transactionCode>S</transactionCode></transactionCoding>"
     "<transactionAmounts><transactionShares><value>1200</value></transactionShares>"
     "</transactionAmounts></nonDerivativeTransaction><nonDerivativeHolding><securityTitle>"
     "<value>Preferred</value></securityTitle><postTransactionAmounts>"
     "<sharesOwnedFollowingTransaction><value>77</value></sharesOwnedFollowingTransaction>"
     "</postTransactionAmounts></nonDerivativeHolding></nonDerivativeTable><derivativeTable/>"
     "<footnotes><footnote id=\"F1\">Held\n   with  others.</footnote></footnotes>"
     "<remarks/></ownershipDocument>",
     "# Form 4: Statement of changes in beneficial ownership\n"
     "Form: 4\n"
     "\n## Issuer\n"
     "  CIK: 0009900001\n"
     "  Name: Quillmere & Co\n"
     "\n## Reporting person\n"
     "  Name: Doe Ann\n"
     "  Address: 1 Elm Row, Dunmore, ZZ 00001\n"
     "  Relationship to issuer: \u2610 Director   \u2612 Officer   Title: Treasurer\n"
     "\n## Table I: Non-derivative securities\n"
     "\n[\n"
     "1. Title of / Security | 2. Transaction / Date | 3. Code | 4. Amount | 5. Amount / Owned / "
     "Following\n"
     "Common (<#F1>F1) | 2024-05-06 | S | 1200 | \n"
     "Preferred |  |  |  | 77\n"
     "]\n"
     "  3. Code: S = open market or private sale\n"
     "\n## Explanation of responses\n"
     "@F1\n"
     "  (F1) Held with others.\n"},
    {"an information table, with a prefix",
     "<n1:informationTable xmlns:n1=\"urn:t\"><n1:infoTable><n1:nameOfIssuer>ALDER "
     "INC</n1:nameOfIssuer><n1:value>5000</n1:value><n1:shrsOrPrnAmt><n1:sshPrnamt>10</"
     "n1:sshPrnamt>"
     "<n1:sshPrnamtType>SH</n1:sshPrnamtType></n1:shrsOrPrnAmt><n1:votingAuthority><n1:Sole>10"
     "</n1:Sole><n1:Shared>0</n1:Shared></n1:votingAuthority></n1:infoTable></n1:informationTable>",
     "# Form 13F information table\n"
     "\n[\n"
     "Name of Issuer | Value | Shares or / Prin. Amt | SH/ / PRN | Voting: / Sole | Shared\n"
     "ALDER INC | 5000 | 10 | SH | 10 | 0\n"
     "]\n"
     "  SH/ PRN: SH = shares\n"},
    {"a row in another order, and with more than is known",
     "<informationTable><infoTable><cusip>C1</cusip><nameOfIssuer>N1</nameOfIssuer>"
     "<newThing unit=\"x\">odd</newThing><value>5</value></infoTable></informationTable>",
     "# Form 13F information table\n"
     "\n[\n"
     "CUSIP | Value\n"
     "C1 / Name Of Issuer: N1 / New Thing Unit: x / New Thing: odd | 5\n"
     "]\n"},
    {"an unknown form",
     "<gardenReport xmlns=\"urn:g\" xmlns:x=\"urn:x\" year=\"2024\"><ownerName>Ann</ownerName>"
     "<hasPond/><isFencedFlag/><plot size_m2=\"40\"><bed>rose</bed><bed>phlox</bed><bed>iris</bed>"
     "<soil "
     "x:kind=\"clay\">heavy</soil></plot><visits><visit><day>1</day><by>Bo</by></visit><visit>"
     "<day>2</day><by>Cy</by></visit><visit><day>3</day><note>late</note></visit></visits>"
     "<keeper><firstName>Al</firstName><lastName>Oak</lastName></keeper></gardenReport>",
     "# Garden Report\n"
     "Year 2024\n"
     "Owner Name: Ann\n"
     "Is Fenced Flag:\n"
     "\n## Plot\n"
     "  Size M 2 40\n"
     "  Bed: rose, phlox, iris\n"
     "  Soil: (Kind clay) heavy\n"
     "\n## Visits\n"
     "\n[\n"
     "Day | Note | By\n"
     "1 |  | Bo\n"
     "2 |  | Cy\n"
     "3 | late | \n"
     "]\n"
     "Keeper: Al Oak\n"},
    {"like elements",
     "<r><part><name>a</name><sub><x>1</x><y>2</y></sub></part><part><name>b</name><sub><x>3</x>"
     "<y>4</y></sub></part><last>z</last></r>",
     "# R\n"
     "\n## Part 1\n"
     "  Name: a\n"
     "\n###   Sub\n"
     "    X: 1\n"
     "    Y: 2\n"
     "\n## Part 2\n"
     "  Name: b\n"
     "\n###   Sub\n"
     "    X: 3\n"
     "    Y: 4\n"
     "\nLast: z\n"},
    {"text beside elements", "<r>one <b>two</b> three <c><d>4</d> five</c> six</r>",
     "# R\n"
     "one\n"
     "B: two\n"
     "three\n"
     "\n## C\n"
     "  D: 4\n"
     "  five\n"
     "\nsix\n"},
    {"paragraphs, and markup that was escaped",
     "<edgarSubmission><submissionType>SCHEDULE 13D</submissionType><items1To7><item4>"
     "<transactionPurpose>First,\nstill first.\n\n  Second.</transactionPurpose></item4><item6>"
     "<contractDescription>&lt;p class=\"a\"&gt;One &amp;amp; two&lt;/p&gt;&lt;p&gt;3 &lt; 4 "
     "&amp;nope;"
     "&lt;/p&gt;</contractDescription></item6></items1To7></edgarSubmission>",
     "# Schedule 13D: Statement of beneficial ownership\n"
     "Submission Type: SCHEDULE 13D\n"
     "\n## Item 4. Purpose of Transaction\n"
     "\n  First, still first.\n"
     "\n  Second.\n"
     "\n## Item 6. Contracts, Arrangements, Understandings or Relationships With Respect to "
     "Securities of the Issuer\n"
     "\n  One & two\n"
     "\n  3 < 4 &nope;\n"},
    {"facts",
     "<xbrl><context id=\"c1\"><entity><identifier scheme=\"urn:cik\">99</identifier></entity>"
     "<period><startDate>2023-01-01</startDate><endDate>2023-12-31</endDate></period></context>"
     "<unit id=\"u\"><measure>iso4217:USD</measure></unit>"
     "<a:Revenues contextRef=\"c1\" unitRef=\"u\" decimals=\"-3\">5000</a:Revenues>"
     "<a:Gains contextRef=\"c9\" xsi:nil=\"true\"/></xbrl>",
     "# XBRL instance\n"
     "\n## Contexts\n"
     "\n[\n"
     "Context | Entity | From, or at | To\n"
     "c1 | urn:cik, 99 | 2023-01-01 | 2023-12-31\n"
     "]\n"
     "## Units\n"
     "\n[\n"
     "Unit | Measure\n"
     "u | iso4217:USD\n"
     "]\n"
     "## Facts\n"
     "\n[\n"
     "Concept | Period | Unit | Decimals | Value\n"
     "Revenues | 2023-01-01 to 2023-12-31 | USD | -3 | 5000\n"
     "Gains | c9 |  |  | nil\n"
     "]\n"},
    {"the Commission's own numbers of entities go without saying",
     "<xbrl><context id=\"c1\"><entity><identifier scheme=\"http://www.sec.gov/CIK\">0009900355"
     "</identifier></entity><period><instant>2023-01-01</instant></period></context></xbrl>",
     "# XBRL instance\n"
     "\n## Contexts\n"
     "\n[\n"
     "Context | Entity | From, or at\n"
     "c1 | 0009900355 | 2023-01-01\n"
     "]\n"},
    {"an empty document", "", ""},
};

static void test_forms(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(forms); i++) {
        struct forms_heard h;
        forms_heard_read(&h, slice_of(forms[i].xml), BASE);
        print_message("%s\n", forms[i].name);
        assert_string_equal(buffer_text(&h.text), forms[i].seen);
        forms_heard_deinit(&h);
    }
}

static void test_nothing_left_out(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(forms); i++) {
        struct forms_heard h;
        forms_heard_read(&h, slice_of(forms[i].xml), BASE);
        size_t escaped = slice_find(h.input, SLICE("&lt;p"));
        if (escaped == h.input.len)
            assert_int_equal(forms_heard_missed(&h), 0);
        forms_heard_deinit(&h);
    }
}

/* What is not well-formed is shown all the same, with a word of it. */
static void test_broken(void **state)
{
    static const char *const broken[] = {
        "<r><a>one</b><c>two</c>three</r>",
        "<r><a>one</a><c>two</c><d>thr",
        "<r><a>one & two</a><c>three",
        "<ownershipDocument><documentType>4</documentType><remarks>cut off",
        "one two three",
        "<r><q %=\"1\" =\"2\" y=\"3\">one</q>",
    };
    (void)state;
    for (size_t i = 0; i < COUNT(broken); i++) {
        struct forms_heard h;
        forms_heard_read(&h, slice_of(broken[i]), BASE);
        assert_true(h.oddities & ODDITY_BAD_XML);
        assert_int_equal(forms_heard_missed(&h), 0);
        forms_heard_deinit(&h);
    }
    struct forms_heard h;
    forms_heard_read(&h, slice_of(broken[3]), BASE);
    assert_non_null(strstr(buffer_text(&h.text), "# Form 4: Statement of changes"));
    assert_non_null(strstr(buffer_text(&h.text), "Remarks\ncut off\n"));
    forms_heard_deinit(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms),
        cmocka_unit_test(test_nothing_left_out),
        cmocka_unit_test(test_broken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
