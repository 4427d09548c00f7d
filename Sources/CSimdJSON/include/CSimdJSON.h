// JSON documents parsed by the system's simdjson, seen through plain C.
#ifndef FOYER_CSIMDJSON_H
#define FOYER_CSIMDJSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A parsed document; it owns everything that its values point to.
typedef struct csj_document csj_document;

/// A value inside a document. Valid as long as the document lives.
typedef struct {
    const void *_Nullable tape;
    size_t index;
} csj_value;

typedef enum { CSJ_NULL, CSJ_BOOL, CSJ_INTEGER, CSJ_DOUBLE, CSJ_STRING, CSJ_ARRAY, CSJ_OBJECT } csj_type;

/// A walk over the members of an object or the elements of an array.
typedef struct {
    csj_value at;
    csj_value end;
    bool is_object;
} csj_iterator;

/// The bytes that must be readable behind the text of a document.
size_t csj_padding(void);

/// Parses `length` bytes of JSON, followed by `csj_padding()` readable bytes.
///
/// Returns null and sets `reason` (static text, never freed) when they are not one JSON document.
csj_document *_Nullable csj_parse(
    const char *_Nonnull bytes, size_t length, csj_value *_Nonnull root, const char *_Nullable *_Nonnull reason);
void csj_free(csj_document *_Nullable document);

csj_type csj_type_of(csj_value value);
bool csj_bool(csj_value value);
/// The value of an integer; false when it is none or does not fit 64 signed bits.
bool csj_integer(csj_value value, int64_t *_Nonnull result);
/// The value of an integer or a double.
bool csj_double(csj_value value, double *_Nonnull result);
/// The UTF-8 bytes of a string (validated by the parser, not terminated), or null.
const char *_Nullable csj_string(csj_value value, size_t *_Nonnull length);
/// The first member of an object with this key; false when absent or when `object` is no object.
bool csj_member(csj_value object, const char *_Nonnull key, size_t key_length, csj_value *_Nonnull result);

/// A value as JSON text without blanks: not terminated, to be given to `csj_free_text`; null when there is not enough memory.
char *_Nullable csj_minify(csj_value value, size_t *_Nonnull length);
void csj_free_text(char *_Nullable text);

/// Starts a walk over an object or an array; over anything else it is empty.
csj_iterator csj_iterate(csj_value container);
/// Steps to the next value. `key` is set for objects only.
bool csj_next(
    csj_iterator *_Nonnull iterator, csj_value *_Nonnull value, const char *_Nullable *_Nonnull key,
    size_t *_Nonnull key_length);

#ifdef __cplusplus
}
#endif
#endif
