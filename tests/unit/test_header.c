/* SPDX-License-Identifier: MIT */
/* Submission headers of both dialects, as a list of what the reader says. */
#include "formats/header.h"

#include "base/buffer.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

/* Everything the reader says, a line each: "@ROLE", "[GROUP]" and "GROUP/NAME=value", with a
 * dash before what belongs to a party. */
static void check(const char *header, const char *want)
{
    struct header_reader reader;
    struct header_record r;
    struct buffer said = {0};
    header_init(&reader, slice_of(header));
    while (header_next(&reader, &r)) {
        if (r.in_party)
            buffer_add_text(&said, "-");
        if (r.kind == HEADER_PARTY) {
            buffer_add_text(&said, "@");
            buffer_add(&said, r.role);
        } else if (r.kind == HEADER_GROUP) {
            buffer_add_text(&said, "[");
            buffer_add(&said, r.group);
            buffer_add_text(&said, "]");
        } else {
            buffer_add(&said, r.group);
            buffer_add_text(&said, "/");
            buffer_add(&said, r.name);
            buffer_add_text(&said, "=");
            buffer_add(&said, r.value);
        }
        buffer_add_text(&said, "\n");
    }
    assert_string_equal(buffer_text(&said), want);
    buffer_deinit(&said);
}

static void tab_dialect(void **state)
{
    (void)state;
    check("<SEC-HEADER>0009999999-05-000001.hdr.sgml : 20050103\n"
          "<ACCEPTANCE-DATETIME>20050103120000\n"
          "ACCESSION NUMBER:\t\t0009999999-05-000001\n"
          "SROS:\t\t\t\n"
          "ITEM INFORMATION:\t\tOther: events\n"
          "\n"
          "FILER:\n"
          "\n"
          "\tCOMPANY DATA:\t\n"
          "\t\tCOMPANY CONFORMED NAME:\t\t\tALDER: WORKS INC\n"
          "\t\tORGANIZATION NAME:\t\n"
          "\n"
          "\tFILING VALUES:\n"
          "\t\tSEC ACT:\t\t\n"
          "\n"
          "\tFORMER COMPANY:\t\n"
          "\t\tFORMER CONFORMED NAME:\tALDER MILLS\n"
          "\tFORMER COMPANY:\t\n"
          "\t\tFORMER CONFORMED NAME:\tALDER\n"
          "</SEC-HEADER>\n",
          "/SEC-HEADER=0009999999-05-000001.hdr.sgml : 20050103\n"
          "/ACCEPTANCE-DATETIME=20050103120000\n"
          "/ACCESSION NUMBER=0009999999-05-000001\n"
          "/SROS=\n"
          "/ITEM INFORMATION=Other: events\n"
          "@FILER\n"
          "-[COMPANY DATA]\n"
          "-COMPANY DATA/COMPANY CONFORMED NAME=ALDER: WORKS INC\n"
          "-COMPANY DATA/ORGANIZATION NAME=\n"
          "-[FILING VALUES]\n"
          "-FILING VALUES/SEC ACT=\n"
          "-[FORMER COMPANY]\n"
          "-FORMER COMPANY/FORMER CONFORMED NAME=ALDER MILLS\n"
          "-[FORMER COMPANY]\n"
          "-FORMER COMPANY/FORMER CONFORMED NAME=ALDER\n");
}

static void tag_dialect(void **state)
{
    (void)state;
    check("<SUBMISSION>\r<ACCESSION-NUMBER>0009999999-25-000001\r<TYPE>8-K\r<ITEMS>2.02\r"
          "<DEPOSITOR>\r<FILER>\r<COMPANY-DATA>\r<CONFORMED-NAME>Alder & Co\r<CIK>0009999999\r"
          "<ORGANIZATION-NAME>\r</COMPANY-DATA>\r<BUSINESS-ADDRESS>\r<STREET1>1 Mill Rd\r"
          "</BUSINESS-ADDRESS>\r<NEW-THING>x\r</FILER>\r<FILING-DATE>20250103\r",
          "/ACCESSION NUMBER=0009999999-25-000001\n"
          "/CONFORMED SUBMISSION TYPE=8-K\n"
          "/ITEM INFORMATION=2.02\n"
          "/DEPOSITOR=\n"
          "@FILER\n"
          "-[COMPANY DATA]\n"
          "-COMPANY DATA/COMPANY CONFORMED NAME=Alder & Co\n"
          "-COMPANY DATA/CENTRAL INDEX KEY=0009999999\n"
          "-COMPANY DATA/ORGANIZATION NAME=\n"
          "-[BUSINESS ADDRESS]\n"
          "-BUSINESS ADDRESS/STREET 1=1 Mill Rd\n"
          "-/NEW-THING=x\n"
          "/FILED AS OF DATE=20250103\n");
}

/* Owners of the 1990s: a tag around groups that are not indented, an end tag that strays. */
static void parties_of_the_nineties(void **state)
{
    (void)state;
    check("SUBJECT COMPANY:\n\n\tCOMPANY DATA:\n\t\tCENTRAL INDEX KEY:\t1\n"
          "<REPORTING-OWNER>\n\nCOMPANY DATA:\n\tCOMPANY CONFORMED NAME:\tDOE JANE\n"
          "<RELATIONSHIP>DIRECTOR\n\nFILING VALUES:\n\tFORM TYPE:\t4\n</REPORTING-OWNER>\n"
          "</REPORTING-OWNER>\n"
          "SERIAL COMPANY:\n\nCOMPANY DATA:\n\tCENTRAL INDEX KEY:\t2\n</SERIAL-COMPANY>\n"
          "GROUP MEMBERS:\tDOE JOHN\n",
          "@SUBJECT COMPANY\n"
          "-[COMPANY DATA]\n"
          "-COMPANY DATA/CENTRAL INDEX KEY=1\n"
          "@REPORTING-OWNER\n"
          "-[COMPANY DATA]\n"
          "-COMPANY DATA/COMPANY CONFORMED NAME=DOE JANE\n"
          "-COMPANY DATA/RELATIONSHIP=DIRECTOR\n"
          "-[FILING VALUES]\n"
          "-FILING VALUES/FORM TYPE=4\n"
          "@SERIAL COMPANY\n"
          "-[COMPANY DATA]\n"
          "-COMPANY DATA/CENTRAL INDEX KEY=2\n"
          "/GROUP MEMBERS=DOE JOHN\n");
}

static void series_belong_to_no_party(void **state)
{
    (void)state;
    check("FILER:\n\tCOMPANY DATA:\n\t\tCENTRAL INDEX KEY:\t1\n"
          "<SERIES-AND-CLASSES-CONTRACTS-DATA>\n<EXISTING-SERIES-AND-CLASSES-CONTRACTS>\n"
          "<SERIES>\n<OWNER-CIK>1\n<SERIES-ID>S000000001\n<CLASS-CONTRACT>\n"
          "<CLASS-CONTRACT-ID>C000000001\n</CLASS-CONTRACT>\n</SERIES>\n"
          "</EXISTING-SERIES-AND-CLASSES-CONTRACTS>\n</SERIES-AND-CLASSES-CONTRACTS-DATA>\n",
          "@FILER\n"
          "-[COMPANY DATA]\n"
          "-COMPANY DATA/CENTRAL INDEX KEY=1\n"
          "[SERIES]\n"
          "SERIES/OWNER-CIK=1\n"
          "SERIES/SERIES-ID=S000000001\n"
          "[CLASS-CONTRACT]\n"
          "CLASS-CONTRACT/CLASS-CONTRACT-ID=C000000001\n");
}

/* The end of a classification that slipped to the next line must not end the party. */
static void a_broken_line_stays_with_its_party(void **state)
{
    (void)state;
    check("FILER:\n\tCOMPANY DATA:\n\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tMILLS [8090\n"
          "]\t\tIRS NUMBER:\t999999999\n\tTHINGS NOBODY KNOWS:\n\t\tTHING:\tx\n",
          "@FILER\n"
          "-[COMPANY DATA]\n"
          "-COMPANY DATA/STANDARD INDUSTRIAL CLASSIFICATION=MILLS [8090\n"
          "-COMPANY DATA/IRS NUMBER=999999999\n"
          "-[THINGS NOBODY KNOWS]\n"
          "-THINGS NOBODY KNOWS/THING=x\n");
}

static void what_is_no_field_is_passed_over(void **state)
{
    (void)state;
    check("", "");
    check("\n\n  \n<\n<>\n<A\n</>\n:\nno colon\n-----END PRIVACY-ENHANCED MESSAGE-----\n", "");
    check("TIME:12:30\n", "");
    check("NAME:\r\n", "/NAME=\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tab_dialect),
        cmocka_unit_test(tag_dialect),
        cmocka_unit_test(parties_of_the_nineties),
        cmocka_unit_test(series_belong_to_no_party),
        cmocka_unit_test(a_broken_line_stays_with_its_party),
        cmocka_unit_test(what_is_no_field_is_passed_over),
    };
    return cmocka_run_group_tests_name("header", tests, NULL, NULL);
}
