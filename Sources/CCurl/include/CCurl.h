// One HTTP exchange by the system's libcurl, with limits of its own, seen through plain C.
#ifndef FOYER_CCURL_H
#define FOYER_CCURL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A handle for one exchange at a time, with the connections that it keeps open for the next.
typedef struct ccurl_handle ccurl_handle;

typedef struct {
    /// Until there is a connection, names looked up and TLS agreed on.
    int64_t connect_ms;
    /// Between two lines of the head or pieces of the body.
    int64_t idle_ms;
    /// For all of it.
    int64_t total_ms;
    /// All heads together, those of interim answers and trailers too.
    size_t head_bytes;
    /// Of the body, after decompression.
    size_t body_bytes;
} ccurl_limits;

/// What became of an exchange.
typedef enum {
    CCURL_ANSWERED,
    CCURL_CANCELLED,
    CCURL_SILENT,
    CCURL_TOO_LONG,
    CCURL_HEAD_TOO_LARGE,
    CCURL_BODY_TOO_LARGE,
    CCURL_NO_SUCH_HOST,
    CCURL_NOBODY_ANSWERS,
    CCURL_NO_CONNECTION_IN_TIME,
    CCURL_UNTRUSTED,
    CCURL_UNSAFE,
    CCURL_NOT_HTTP,
    CCURL_NOT_UNPACKED,
    CCURL_BROKEN_OFF,
    CCURL_FAILED
} ccurl_end;

typedef struct {
    ccurl_end end;
    /// libcurl's own number for what went wrong.
    int code;
    /// The rest only where it was answered.
    int status;
    /// Status line and headers as they came, without those of interim answers and trailers. For `free`, as the body.
    char *_Nullable head;
    size_t head_length;
    /// Whole for a status from 200 to 299; of others as much as an error needs.
    void *_Nullable body;
    size_t body_length;
} ccurl_answer;

/// Null when there is not enough memory.
ccurl_handle *_Nullable ccurl_open(void);
void ccurl_close(ccurl_handle *_Nonnull handle);

/// Begins a request: `GET`, `POST` or `DELETE`.
void ccurl_begin(ccurl_handle *_Nonnull handle, const char *_Nonnull method, const char *_Nonnull url);
/// Adds a line such as `Accept: application/json`.
void ccurl_add_header(ccurl_handle *_Nonnull handle, const char *_Nonnull line);
/// Sends the request and waits for the end. Redirects are not followed.
void ccurl_exchange(
    ccurl_handle *_Nonnull handle, const void *_Nullable body, size_t body_length, ccurl_limits limits,
    ccurl_answer *_Nonnull answer);

/// Ends the exchange that is under way and all that come after, from any thread.
void ccurl_cancel(ccurl_handle *_Nonnull handle);

#endif
