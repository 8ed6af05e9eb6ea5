/* SPDX-License-Identifier: MIT */
/* Envelopes, headers and encoded parts that are made to be slow. */
#include "linear/made.h"

#define HEADER                                                                                     \
    "<SEC-DOCUMENT>0000000000-04-000001.txt : 20040101\n"                                          \
    "<SEC-HEADER>0000000000-04-000001.hdr.sgml : 20040101\n"                                       \
    "ACCESSION NUMBER:\t\t0000000000-04-000001\nCONFORMED SUBMISSION TYPE:\t8-K\n"
#define END_HEADER "</SEC-HEADER>\n"
#define DOCUMENT "<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<TEXT>\n"
#define END_DOCUMENT "</TEXT>\n</DOCUMENT>\n"
#define FILTERS (READ_TEXT | READ_OUTLINE | READ_TABLES | READ_GREP)

static const struct made list[] = {
    {"documents of different types", HEADER END_HEADER,
     "<DOCUMENT>\n<TYPE>EX-@\n<SEQUENCE>@\n<TEXT>\nx\n</TEXT>\n</DOCUMENT>\n", "", "", "",
     FILTERS | READ_VIEW},
    {"documents of one type", HEADER END_HEADER,
     "<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<TEXT>\nx\n</TEXT>\n</DOCUMENT>\n", "", "", "", FILTERS},
    {"documents not closed", "", "<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nx\n", "", "", "", FILTERS},
    {"documents without text", "", "<DOCUMENT>\n", "", "", "", FILTERS},
    {"types only", "", "<TYPE>10-K\n", "", "", "", FILTERS},
    {"texts in texts", DOCUMENT, "<TEXT>\n", "", "</TEXT>\n", END_DOCUMENT, FILTERS},
    {"marks of the envelope in a line", "", "<DOCUMENT><TYPE><TEXT></DOCUMENT>", "", "", "\n",
     FILTERS},
    {"submissions", "", HEADER END_HEADER DOCUMENT "x\n" END_DOCUMENT "</SEC-DOCUMENT>\n", "", "",
     "", FILTERS},
    {"headers only", "", HEADER, "", "", "", FILTERS},
    {"filers", HEADER,
     "FILER:\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\tFIRM @\n"
     "\t\tCENTRAL INDEX KEY:\t\t@\n",
     END_HEADER DOCUMENT "x\n" END_DOCUMENT, "", "", FILTERS | READ_VIEW},
    {"fields of a header", HEADER, "FIELD @:\t\tvalue\n", END_HEADER DOCUMENT "x\n" END_DOCUMENT,
     "", "", FILTERS},
    {"items of a header", HEADER, "ITEM INFORMATION:\t\tOther Events\n",
     END_HEADER DOCUMENT "x\n" END_DOCUMENT, "", "", FILTERS},
    {"groups of a header", HEADER, "GROUP @:\n", END_HEADER DOCUMENT "x\n" END_DOCUMENT, "", "",
     FILTERS},
    {"tags of a header", HEADER, "<TAG>\n", END_HEADER DOCUMENT "x\n" END_DOCUMENT, "", "",
     FILTERS},
    {"description continued", HEADER END_HEADER "<DOCUMENT>\n<TYPE>8-K\n", "<DESCRIPTION>words\n",
     "<TEXT>\nx\n" END_DOCUMENT, "", "", FILTERS},
    {"armour", "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n", "Originator-Name: a\n", "\n" HEADER,
     "", END_HEADER DOCUMENT "x\n" END_DOCUMENT, FILTERS},
    {"armour again and again", "",
     "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\n\n", "", "", HEADER,
     FILTERS},
    {"encoded lines", DOCUMENT "begin 644 a.jpg\n", "#0V%T\n", "`\nend\n" END_DOCUMENT, "", "",
     FILTERS},
    {"encoded parts", DOCUMENT, "begin 644 a@.jpg\n#0V%T\n`\nend\n", END_DOCUMENT, "", "", FILTERS},
    {"encoded parts not ended", DOCUMENT, "begin 644 a@.jpg\n", END_DOCUMENT, "", "", FILTERS},
    {"documents of HTML that are cut", HEADER END_HEADER,
     "<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>@\n<TEXT>\n<html>x\n" END_DOCUMENT, "", "", "", FILTERS},
    {"exhibits and their index",
     HEADER END_HEADER "<DOCUMENT>\n<TYPE>10-K\n<SEQUENCE>1\n<TEXT>\n"
                       "FORM 10-K\n\nItem 15. Exhibits\n\nEXHIBIT INDEX\n\n",
     "10.@  Agreement of a day\n", END_DOCUMENT,
     "<DOCUMENT>\n<TYPE>EX-10.@\n<SEQUENCE>2\n<TEXT>\nAGREEMENT\n" END_DOCUMENT, "",
     FILTERS | READ_VIEW},
    {"exhibits that are referred to",
     HEADER END_HEADER "<DOCUMENT>\n<TYPE>10-K\n<SEQUENCE>1\n<TEXT>\n"
                       "FORM 10-K\n\nItem 1. Business\n\n",
     "See Exhibit 10.@ to this report.\n", END_DOCUMENT,
     "<DOCUMENT>\n<TYPE>EX-10.@\n<SEQUENCE>2\n<TEXT>\nSee Exhibit 10.@.\n" END_DOCUMENT, "",
     FILTERS},
    {"agreements that refer", HEADER END_HEADER,
     "<DOCUMENT>\n<TYPE>EX-10.@\n<SEQUENCE>2\n<TEXT>\nAGREEMENT\n\nSection 1.1. Terms. As in "
     "Section 1.1 "
     "of Exhibit 10.1.\n" END_DOCUMENT,
     "", "", "", FILTERS},
    {"pictures", HEADER END_HEADER,
     "<DOCUMENT>\n<TYPE>GRAPHIC\n<FILENAME>g@.jpg\n<TEXT>\nbegin 644 "
     "g@.jpg\n#0V%T\n`\nend\n" END_DOCUMENT,
     "", "", "", FILTERS},
};

size_t made_envelopes(const struct made **out)
{
    *out = list;
    return sizeof list / sizeof *list;
}
