#ifndef FOYER_CFREETYPE_SHIM_H
#define FOYER_CFREETYPE_SHIM_H

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include FT_OUTLINE_H

#endif
