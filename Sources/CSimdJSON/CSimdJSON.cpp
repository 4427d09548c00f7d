#include "CSimdJSON.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <simdjson.h>

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

struct csj_document {
    simdjson::dom::parser parser;
};

// simdjson's elements and iterators are a pointer to the tape and an index into it: they travel through C as exactly that.
template <typename T> static csj_value pack(const T &native) {
    static_assert(sizeof(T) == sizeof(csj_value) && std::is_trivially_copyable<T>::value, "another simdjson: read its layout anew");
    csj_value value;
    std::memcpy(&value, &native, sizeof value);
    return value;
}

template <typename T> static T unpack(const csj_value &value) {
    T native;
    std::memcpy(&native, &value, sizeof native);
    return native;
}

size_t csj_padding(void) { return simdjson::SIMDJSON_PADDING; }

// A value takes up to 24 bytes, whatever it is: so many are more than any account has, and what is above is not worth the memory.
static const size_t most_values = size_t(1) << 24;

csj_document *csj_parse(const char *bytes, size_t length, csj_value *root, const char **reason) {
    if (static_cast<size_t>(std::count(bytes, bytes + length, ',')) > most_values) {
        *reason = "more values than any account has";
        return nullptr;
    }
    try {
        auto document = std::make_unique<csj_document>();
        element top;
        auto error = document->parser.parse(bytes, length, false).get(top);
        if (error) {
            *reason = simdjson::error_message(error);
            return nullptr;
        }
        *root = pack(top);
        return document.release();
    } catch (const std::bad_alloc &) {
        *reason = "not enough memory";
        return nullptr;
    }
}

void csj_free(csj_document *document) { delete document; }

csj_type csj_type_of(csj_value value) {
    switch (unpack<element>(value).type()) {
    case element_type::ARRAY: return CSJ_ARRAY;
    case element_type::OBJECT: return CSJ_OBJECT;
    case element_type::INT64:
    case element_type::UINT64: return CSJ_INTEGER;
    case element_type::DOUBLE: return CSJ_DOUBLE;
    case element_type::STRING: return CSJ_STRING;
    case element_type::BOOL: return CSJ_BOOL;
    case element_type::NULL_VALUE: break;
    }
    return CSJ_NULL;
}

bool csj_bool(csj_value value) {
    bool result = false;
    return unpack<element>(value).get(result) == simdjson::SUCCESS && result;
}

bool csj_integer(csj_value value, int64_t *result) { return unpack<element>(value).get(*result) == simdjson::SUCCESS; }

bool csj_double(csj_value value, double *result) { return unpack<element>(value).get(*result) == simdjson::SUCCESS; }

const char *csj_string(csj_value value, size_t *length) {
    std::string_view text;
    if (unpack<element>(value).get(text)) return nullptr;
    *length = text.size();
    return text.data();
}

bool csj_member(csj_value container, const char *key, size_t key_length, csj_value *result) {
    object members;
    if (unpack<element>(container).get(members)) return false;
    element found;
    if (members.at_key(std::string_view(key, key_length)).get(found)) return false;
    *result = pack(found);
    return true;
}

char *csj_minify(csj_value value, size_t *length) {
    try {
        std::string text = simdjson::minify(unpack<element>(value));
        auto copy = static_cast<char *>(std::malloc(text.size() + 1));
        if (copy) std::memcpy(copy, text.data(), text.size());
        *length = text.size();
        return copy;
    } catch (const std::bad_alloc &) {
        return nullptr;
    }
}

void csj_free_text(char *text) { std::free(text); }

csj_iterator csj_iterate(csj_value container) {
    object members;
    array elements;
    if (!unpack<element>(container).get(members)) return {pack(members.begin()), pack(members.end()), true};
    if (!unpack<element>(container).get(elements)) return {pack(elements.begin()), pack(elements.end()), false};
    return {{nullptr, 0}, {nullptr, 0}, false};
}

bool csj_next(csj_iterator *iterator, csj_value *value, const char **key, size_t *key_length) {
    if (iterator->at.index == iterator->end.index) return false;
    if (iterator->is_object) {
        auto at = unpack<object::iterator>(iterator->at);
        *key = at.key_c_str();
        *key_length = at.key_length();
        *value = pack(at.value());
        iterator->at = pack(++at);
    } else {
        auto at = unpack<array::iterator>(iterator->at);
        *value = pack(*at);
        iterator->at = pack(++at);
    }
    return true;
}
