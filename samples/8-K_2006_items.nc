<SUBMISSION>
<ACCESSION-NUMBER>0009900604-06-000041
<TYPE>8-K
<PUBLIC-DOCUMENT-COUNT>2
<PERIOD>20060727
<ITEMS>2.02
<ITEMS>9.01
<FILING-DATE>20060727
<DATE-OF-FILING-DATE-CHANGE>20060727
<FILER>
<COMPANY-DATA>
<CONFORMED-NAME>OTTERMERE SEMICONDUCTOR CORP
<CIK>0009900604
<ASSIGNED-SIC>3674
<IRS-NUMBER>990000604
<STATE-OF-INCORPORATION>DE
<FISCAL-YEAR-END>1231
</COMPANY-DATA>
<FILING-VALUES>
<FORM-TYPE>8-K
<ACT>34
<FILE-NUMBER>000-99604
<FILM-NUMBER>06990604
</FILING-VALUES>
<BUSINESS-ADDRESS>
<STREET1>3100 KILN HOLLOW PARKWAY
<CITY>FORT COLLINS
<STATE>CO
<ZIP>80525
<PHONE>970-555-0136
</BUSINESS-ADDRESS>
<MAIL-ADDRESS>
<STREET1>3100 KILN HOLLOW PARKWAY
<CITY>FORT COLLINS
<STATE>CO
<ZIP>80525
</MAIL-ADDRESS>
<FORMER-COMPANY>
<FORMER-CONFORMED-NAME>OTTERMERE SENSORS INC
<DATE-CHANGED>20010622
</FORMER-COMPANY>
</FILER>
<DOCUMENT>
<TYPE>8-K
<SEQUENCE>1
<FILENAME>osc8k072706.txt
<DESCRIPTION>FORM 8-K
<TEXT>
                                 UNITED STATES
                       SECURITIES AND EXCHANGE COMMISSION
                             Washington, D.C. 20549

                                    FORM 8-K

                                 CURRENT REPORT
     Pursuant to Section 13 or 15(d) of the Securities Exchange Act of 1934

        Date of Report (Date of earliest event reported): July 27, 2006

                      OTTERMERE SEMICONDUCTOR CORPORATION
             (Exact name of registrant as specified in its charter)

         Delaware                 000-99604                 99-0000604
(State or other                  (Commission              (IRS Employer
 jurisdiction                    File Number)          Identification No.)
 of incorporation)

            3100 Kiln Hollow Parkway, Fort Collins, Colorado   80525
             (Address of principal executive offices)   (Zip Code)

       Registrant's telephone number, including area code: (970) 555-0136

Check the appropriate box below if the Form 8-K filing is intended to
simultaneously satisfy the filing obligation of the registrant under any of the
following provisions:

[ ]  Written communications pursuant to Rule 425 under the Securities Act (17
     CFR 230.425)

[ ]  Soliciting material pursuant to Rule 14a-12 under the Exchange Act (17 CFR
     240.14a-12)

[ ]  Pre-commencement communications pursuant to Rule 14d-2(b) under the
     Exchange Act (17 CFR 240.14d-2(b))

[ ]  Pre-commencement communications pursuant to Rule 13e-4(c) under the
     Exchange Act (17 CFR 240.13e-4(c))

<PAGE>

ITEM 2.02. RESULTS OF OPERATIONS AND FINANCIAL CONDITION.

     On July 27, 2006, Ottermere Semiconductor Corporation announced its
results for the second quarter of 2006. The press release is furnished as
Exhibit 99.1. It is not to be treated as filed for purposes of Section 18 of
the Securities Exchange Act of 1934.

ITEM 9.01. FINANCIAL STATEMENTS AND EXHIBITS.

(d)  Exhibits.

     The exhibit furnished with this report is listed in the index below.

<PAGE>

                                   SIGNATURES

     Pursuant to the requirements of the Securities Exchange Act of 1934, the
registrant has duly caused this report to be signed on its behalf by the
undersigned hereunto duly authorized.

                                     OTTERMERE SEMICONDUCTOR CORPORATION


Date: July 27, 2006                  By: /s/ Evangeline R. Mostyn
                                         ---------------------------------
                                         Evangeline R. Mostyn
                                         Vice President, Finance, and
                                         Chief Financial Officer

<PAGE>

                                 EXHIBIT INDEX

EXHIBIT NO.    DESCRIPTION
-----------    -----------

99.1           Press release issued by Ottermere Semiconductor Corporation on
               July 27, 2006

</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-99.1
<SEQUENCE>2
<FILENAME>oscex991.txt
<DESCRIPTION>PRESS RELEASE
<TEXT>
                                                                   EXHIBIT 99.1

FOR IMMEDIATE RELEASE

Contact:  Evangeline R. Mostyn
          (970) 555-0138

                    OTTERMERE REPORTS SECOND QUARTER OF 2006
                    Revenue up 7 percent from first quarter

     FORT COLLINS, Colo., July 27, 2006 -- Ottermere Semiconductor Corporation,
which makes integrated circuits that measure pressure, heat and motion, today
reported revenue of $26.2 million for the quarter ended June 30, 2006. Revenue
was $24.4 million in the first quarter of 2006 and $21.3 million in the second
quarter of 2005.

     Net income was $3.6 million, or $0.19 per diluted share, compared with
$2.9 million, or $0.15, in the first quarter and $2.0 million, or $0.11, a year
ago.

     "Tire pressure is what carried the quarter," said Lysander Quigg,
president of Ottermere. "A year from now every new car sold in this country
must watch its own tires, and three of the six firms that build the modules
have chosen our part. We shipped our four-millionth in June."

     Gross profit was 50.4 percent of revenue, up from 49.4 percent in the
first quarter, as the share of wafers that pass their tests rose on the line in
Fort Collins. Research and development cost $4.6 million, mostly for the second
version of the motion sensor, of which customers will get samples in October.

     OUTLOOK. For the third quarter Ottermere expects revenue between $26.5
million and $27.5 million and net income between $0.18 and $0.21 per diluted
share. These are forecasts. They may be wrong if car makers build fewer cars,
if a customer chooses another supplier, or if the firm in Hsinchu that packages
most of the company's circuits cannot keep up.

<PAGE>

                                                OTTERMERE SEMICONDUCTOR CORPORATION
                                                   CONDENSED STATEMENTS OF INCOME
                                        (In thousands, except per share amounts; unaudited)

<TABLE>
<CAPTION>
                                                                Three months ended                            Six months ended
                                         ---------------------------------------------------------------  -------------------------
                                           June 30,    March 31,     Dec. 31,    Sept. 30,     June 30,     June 30,     June 30,
                                             2006         2006         2005         2005         2005         2006         2005
<S>                                     <C>          <C>          <C>          <C>          <C>          <C>          <C>
Net revenue...........................  $     26,230 $     24,415 $     23,870 $     22,105 $     21,340 $     50,645 $     41,820
Cost of revenue.......................        13,010       12,365       12,190       11,420       11,180       25,375       22,070
                                        ------------ ------------ ------------ ------------ ------------ ------------ ------------
Gross profit..........................        13,220       12,050       11,680       10,685       10,160       25,270       19,750
                                        ------------ ------------ ------------ ------------ ------------ ------------ ------------
Research and development..............         4,615        4,480        4,310        4,205        4,120        9,095        8,170
Selling, general and administrative...         3,835        3,720        3,560        3,385        3,410        7,555        6,775
                                        ------------ ------------ ------------ ------------ ------------ ------------ ------------
Operating income......................         4,770        3,850        3,810        3,095        2,630        8,620        4,805
Interest income.......................           325          290          260          235          210          615          400
                                        ------------ ------------ ------------ ------------ ------------ ------------ ------------
Income before income taxes............         5,095        4,140        4,070        3,330        2,840        9,235        5,205
Income taxes..........................         1,528        1,242        1,221          999          852        2,770        1,562
                                        ------------ ------------ ------------ ------------ ------------ ------------ ------------
Net income............................  $      3,567 $      2,898 $      2,849 $      2,331 $      1,988 $      6,465 $      3,643
                                        ============ ============ ============ ============ ============ ============ ============

Net income per diluted share..........  $        .19 $        .15 $        .15 $        .13 $        .11 $        .34 $        .20
Diluted shares (thousands)............        18,905       18,790       18,640       18,510       18,450       18,848       18,420
Gross profit as a percentage of revenue         50.4%        49.4%        48.9%        48.3%        47.6%        49.9%        47.2%
</TABLE>

<PAGE>

                      OTTERMERE SEMICONDUCTOR CORPORATION
                            CONDENSED BALANCE SHEETS
                           (In thousands; unaudited)

<TABLE>
<CAPTION>
                                                 June 30, 2006  Dec. 31, 2005
                                                 -------------  -------------
<S>                                              <C>            <C>
Assets
Cash and short-term investments................. $      37,105  $      31,420
Accounts receivable.............................        13,050         12,115
Inventories.....................................        10,415          9,860
Other current assets............................         1,520          1,405
                                                 -------------  -------------
  Total current assets..........................        62,090         54,800
Property and equipment, net.....................        17,985         17,340
Goodwill........................................         4,150          4,150
                                                 -------------  -------------
  Total assets.................................. $      84,225  $      76,290
                                                 =============  =============

Liabilities and stockholders' equity
Accounts payable................................ $       6,610  $       6,245
Accrued liabilities.............................         5,725          5,380
Deferred income on shipments to distributors....         2,365          2,210
                                                 -------------  -------------
  Total current liabilities.....................        14,700         13,835
Long-term liabilities...........................         1,085          1,120
Stockholders' equity............................        68,440         61,335
                                                 -------------  -------------
  Total liabilities and stockholders' equity.... $      84,225  $      76,290
                                                 =============  =============
</TABLE>

                                     # # #
</TEXT>
</DOCUMENT>
</SUBMISSION>