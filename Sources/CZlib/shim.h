#ifndef FOYER_CZLIB_SHIM_H
#define FOYER_CZLIB_SHIM_H

#include <zlib.h>

#endif
