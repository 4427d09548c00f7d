#ifndef FOYER_CXXHASH_SHIM_H
#define FOYER_CXXHASH_SHIM_H

#include <xxhash.h>

#endif
