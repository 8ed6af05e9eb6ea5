<SUBMISSION>
<ACCESSION-NUMBER>0009900731-05-000022
<TYPE>8-K
<PUBLIC-DOCUMENT-COUNT>3
<PERIOD>20050909
<ITEMS>1.01
<ITEMS>4.02
<ITEMS>9.01
<FILING-DATE>20050915
<DATE-OF-FILING-DATE-CHANGE>20050915
<FILER>
<COMPANY-DATA>
<CONFORMED-NAME>QUILLEN BRIDGE INSTRUMENTS INC
<CIK>0009900731
<ASSIGNED-SIC>3823
<IRS-NUMBER>990000731
<STATE-OF-INCORPORATION>OH
<FISCAL-YEAR-END>0630
</COMPANY-DATA>
<FILING-VALUES>
<FORM-TYPE>8-K
<ACT>34
<FILE-NUMBER>000-99731
<FILM-NUMBER>05990731
</FILING-VALUES>
<BUSINESS-ADDRESS>
<STREET1>48 LATHE STREET
<CITY>MANSFIELD
<STATE>OH
<ZIP>44902
<PHONE>419-555-0171
</BUSINESS-ADDRESS>
</FILER>
<DOCUMENT>
<TYPE>8-K
<SEQUENCE>1
<FILENAME>qbi8k0905.txt
<DESCRIPTION>FORM 8-K
<TEXT>
                                 UNITED STATES
                       SECURITIES AND EXCHANGE COMMISSION
                             Washington, D.C. 20549

                                    FORM 8-K

                                 CURRENT REPORT
     Pursuant to Section 13 or 15(d) of the Securities Exchange Act of 1934

      Date of Report (Date of earliest event reported): September 9, 2005

                         QUILLEN BRIDGE INSTRUMENTS, INC.
             (Exact name of registrant as specified in its charter)

           Ohio                   000-99731                 99-0000731
(State or other                  (Commission              (IRS Employer
 jurisdiction                    File Number)          Identification No.)
 of incorporation)

                 48 Lathe Street, Mansfield, Ohio             44902
             (Address of principal executive offices)      (Zip Code)

       Registrant's telephone number, including area code: (419) 555-0171

<PAGE>

Item 1.01.  Entry into a Material Definitive Agreement.

     On September 12, 2005, Quillen Bridge Instruments, Inc. (the "Company") and
Marrowstone Trust Company (the "Bank") signed a waiver and first amendment of
their Credit Agreement dated March 3, 2003. The Bank waives, until December 31,
2005, the default that would follow from the restatement told of in Item 4.02
below, and the Company pays a fee of $75,000. The amendment is filed as Exhibit
10.1.

Item 4.02.  Non-Reliance on Previously Issued Financial Statements or a Related
            Audit Report or Completed Interim Review.

     (a) On September 9, 2005, the Audit Committee of the Board of Directors of
the Company, upon the recommendation of management, concluded that the Company's
financial statements for the quarters ended September 30, 2004, December 31,
2004 and March 31, 2005 should no longer be relied upon. Freight billed to
customers was recorded twice for orders that were shipped in parts. Revenue and
pre-tax income change as follows:

                                                Quarter ended
                                   ----------------------------------------
                                   September 30,  December 31,    March 31,
                                       2004           2004          2005
                                   -------------  ------------    ---------
                                               (in thousands)
     Revenue, as reported             $ 11,842      $ 12,310      $ 12,077
     Revenue, as restated               11,506        11,893        11,668
     Pre-tax income, as reported         1,207         1,344         1,219
     Pre-tax income, as restated           871           927           810

     The Company expects to file amended reports on Form 10-Q for these quarters
with its annual report on Form 10-K for the year ended June 30, 2005. The Audit
Committee and management have discussed these matters with Harrow & Pell LLP,
the Company's independent registered public accounting firm.

Item 9.01.  Financial Statements and Exhibits.

     (c) Exhibits.

         10.1   Waiver and First Amendment, dated as of September 12, 2005,
                between Quillen Bridge Instruments, Inc. and Marrowstone Trust
                Company

         99.1   Press release dated September 15, 2005

<PAGE>

                                   SIGNATURES

     Pursuant to the requirements of the Securities Exchange Act of 1934, the
registrant has duly caused this report to be signed on its behalf by the
undersigned hereunto duly authorized.

                                      QUILLEN BRIDGE INSTRUMENTS, INC.

Date: September 15, 2005              By: /s/ Delia Farrant
                                          -----------------------------------
                                          Delia Farrant
                                          Vice President, Finance
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-10.1
<SEQUENCE>2
<FILENAME>qbi8k0905ex101.txt
<DESCRIPTION>WAIVER AND FIRST AMENDMENT
<TEXT>
                                                                    Exhibit 10.1

                           WAIVER AND FIRST AMENDMENT

     THIS WAIVER AND FIRST AMENDMENT is made as of September 12, 2005 between
QUILLEN BRIDGE INSTRUMENTS, INC. (the "Borrower") and MARROWSTONE TRUST COMPANY
(the "Bank").

     1. Waiver. The Bank waives, until December 31, 2005, each Event of Default
under Section 7.1(d) of the Credit Agreement that arises from the restatement of
the Borrower's financial statements for the first three quarters of its fiscal
year ended June 30, 2005, and from nothing else.

     2. Amendment. In Section 6.3 of the Credit Agreement the words "1.25 to 1"
are replaced by the words "1.10 to 1".

     3. Fee. The Borrower pays to the Bank, on the date hereof, a fee of $75,000.

     4. No other changes. All else in the Credit Agreement remains in force.

                                      QUILLEN BRIDGE INSTRUMENTS, INC.

                                      By: /s/ Delia Farrant
                                          -----------------------------------

                                      MARROWSTONE TRUST COMPANY

                                      By: /s/ Owen Tasker
                                          -----------------------------------
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-99.1
<SEQUENCE>3
<FILENAME>qbi8k0905ex991.txt
<DESCRIPTION>PRESS RELEASE
<TEXT>
                                                                    Exhibit 99.1

              QUILLEN BRIDGE INSTRUMENTS TO RESTATE THREE QUARTERS

     MANSFIELD, Ohio, September 15, 2005 - Quillen Bridge Instruments, Inc. will
restate its results for the first three quarters of fiscal 2005. Revenue for the
nine months becomes $35.1 million, from $36.2 million as reported, and pre-tax
income $2.6 million, from $3.8 million. Cash is not affected.

Contact: Delia Farrant, (419) 555-0171
</TEXT>
</DOCUMENT>
</SUBMISSION>
