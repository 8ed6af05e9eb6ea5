/* SPDX-License-Identifier: MIT */
/* What the program ends with: the contract of the command line. */
#ifndef FOLIO_STATUS_H
#define FOLIO_STATUS_H

enum status { STATUS_GOOD = 0, STATUS_NO_HIT = 1, STATUS_FAILED = 2, STATUS_BAD_CONFIG = 3 };

#endif
