#include "CCurl.h"

// The program may meet an older libcurl than the one that it was built with.
#define CURL_DISABLE_DEPRECATION
#include <curl/curl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

// As much as is kept of the body of an error.
static const size_t error_bytes = 16384;

typedef struct {
    char *bytes;
    size_t length;
    size_t capacity;
} buffer;

struct ccurl_handle {
    CURL *easy;
    CURLM *multi;
    atomic_bool is_cancelled;
    // The exchange that is under way.
    struct curl_slist *headers;
    ccurl_limits limits;
    buffer head;
    buffer body;
    size_t head_bytes;
    bool has_head;
    bool is_stopped;
    ccurl_end end;
    int64_t last_sign;
};

static int64_t now_ms(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

// MARK: - What comes

static bool append(buffer *to, const char *bytes, size_t length) {
    if (length > to->capacity - to->length) {
        size_t capacity = to->capacity ? to->capacity * 2 : 16384;
        while (capacity - to->length < length) capacity *= 2;
        char *larger = realloc(to->bytes, capacity);
        if (!larger) return false;
        to->bytes = larger;
        to->capacity = capacity;
    }
    memcpy(to->bytes + to->length, bytes, length);
    to->length += length;
    return true;
}

static void empty(buffer *buffer) {
    free(buffer->bytes);
    memset(buffer, 0, sizeof *buffer);
}

// Has libcurl end the exchange: it does when a callback takes less than it was given.
static size_t stop(ccurl_handle *handle, ccurl_end end) {
    handle->is_stopped = true;
    handle->end = end;
    return 0;
}

static int status_of(ccurl_handle *handle) {
    long status = 0;
    curl_easy_getinfo(handle->easy, CURLINFO_RESPONSE_CODE, &status);
    return (int)status;
}

// Whether a header names a coding that was not asked for. libcurl would unpack it all the same, and some take memory as they like.
static bool is_odd_coding(const char *line, size_t length) {
    static const char name[] = "content-encoding:";
    static const char *const known[] = {"gzip", "x-gzip", "deflate", "identity"};
    if (length < sizeof name - 1 || strncasecmp(line, name, sizeof name - 1) != 0) return false;
    const char *at = line + sizeof name - 1, *end = line + length;
    while (at < end) {
        size_t blanks = 0;
        while (at + blanks < end && strchr(" \t,\r\n", at[blanks])) blanks++;
        at += blanks;
        size_t word = 0;
        while (at + word < end && !strchr(" \t,\r\n", at[word])) word++;
        bool is_known = word == 0;
        for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
            is_known = is_known || (strlen(known[i]) == word && strncasecmp(at, known[i], word) == 0);
        }
        if (!is_known) return true;
        at += word;
    }
    return false;
}

static size_t on_head(char *line, size_t size, size_t count, void *context) {
    ccurl_handle *handle = context;
    size_t length = size * count;
    handle->last_sign = now_ms();
    handle->head_bytes += length;
    if (handle->head_bytes > handle->limits.head_bytes) return stop(handle, CCURL_HEAD_TOO_LARGE);
    // A trailer behind the body says nothing that anybody here wants to know.
    if (handle->has_head) return length;
    if (is_odd_coding(line, length)) return stop(handle, CCURL_NOT_UNPACKED);
    bool is_end = length <= 2 && (line[0] == '\r' || line[0] == '\n');
    if (!is_end) return append(&handle->head, line, length) ? length : stop(handle, CCURL_FAILED);
    // Behind an interim answer the real one begins anew; what switches to another protocol is none.
    int status = status_of(handle);
    if (status >= 200 || status == 101) {
        handle->has_head = true;
    } else {
        handle->head.length = 0;
    }
    return length;
}

static size_t on_body(char *bytes, size_t size, size_t count, void *context) {
    ccurl_handle *handle = context;
    size_t length = size * count;
    handle->last_sign = now_ms();
    int status = status_of(handle);
    bool is_success = status >= 200 && status < 300;
    size_t limit = is_success ? handle->limits.body_bytes : error_bytes;
    if (length > limit - handle->body.length) return stop(handle, is_success ? CCURL_BODY_TOO_LARGE : CCURL_ANSWERED);
    return append(&handle->body, bytes, length) ? length : stop(handle, CCURL_FAILED);
}

// MARK: - Handles

static void initialize(void) { curl_global_init(CURL_GLOBAL_DEFAULT); }

ccurl_handle *ccurl_open(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, initialize);
    ccurl_handle *handle = calloc(1, sizeof *handle);
    if (!handle) return NULL;
    handle->easy = curl_easy_init();
    handle->multi = curl_multi_init();
    if (handle->easy && handle->multi) {
        curl_multi_setopt(handle->multi, CURLMOPT_MAXCONNECTS, 4L);
        return handle;
    }
    ccurl_close(handle);
    return NULL;
}

void ccurl_close(ccurl_handle *handle) {
    curl_easy_cleanup(handle->easy);
    curl_multi_cleanup(handle->multi);
    curl_slist_free_all(handle->headers);
    empty(&handle->head);
    empty(&handle->body);
    free(handle);
}

void ccurl_cancel(ccurl_handle *handle) {
    atomic_store(&handle->is_cancelled, true);
    curl_multi_wakeup(handle->multi);
}

// MARK: - The exchange

void ccurl_begin(ccurl_handle *handle, const char *method, const char *url) {
    CURL *easy = handle->easy;
    curl_slist_free_all(handle->headers);
    handle->headers = NULL;
    handle->is_stopped = false;
    curl_easy_reset(easy);
    curl_easy_setopt(easy, CURLOPT_URL, url);
    if (strcmp(method, "GET") != 0) {
        curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, method);
        // On a kept connection that turns out to be closed, libcurl would send the request again.
        curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, 1L);
    }
    if (curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https") != CURLE_OK) {
        // Before 7.85.
        curl_easy_setopt(easy, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
    }
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
    curl_easy_setopt(easy, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "gzip");
    curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    // A name server that does not answer must not hold up the end.
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, on_head);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, handle);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, handle);
}

void ccurl_add_header(ccurl_handle *handle, const char *line) {
    struct curl_slist *longer = curl_slist_append(handle->headers, line);
    // Without its token a request would be another one.
    if (longer) handle->headers = longer; else stop(handle, CCURL_FAILED);
}

static ccurl_end end_of(CURLcode code) {
    switch (code) {
    case CURLE_OK: return CCURL_ANSWERED;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY: return CCURL_NO_SUCH_HOST;
    case CURLE_COULDNT_CONNECT: return CCURL_NOBODY_ANSWERS;
    // The only time of libcurl's own that is set is the one to connect.
    case CURLE_OPERATION_TIMEDOUT: return CCURL_NO_CONNECTION_IN_TIME;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS: return CCURL_UNTRUSTED;
    case CURLE_SSL_CONNECT_ERROR: return CCURL_UNSAFE;
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY: return CCURL_NOT_HTTP;
    case CURLE_BAD_CONTENT_ENCODING: return CCURL_NOT_UNPACKED;
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR: return CCURL_BROKEN_OFF;
    default: return CCURL_FAILED;
    }
}

// Drives the exchange to its end, or to a limit's.
static ccurl_end run(ccurl_handle *handle, CURLcode *code) {
    const int64_t start = now_ms();
    handle->last_sign = start;
    for (;;) {
        if (atomic_load(&handle->is_cancelled)) return CCURL_CANCELLED;
        int running = 0, left = 0;
        if (curl_multi_perform(handle->multi, &running) != CURLM_OK) return CCURL_FAILED;
        for (CURLMsg *message; (message = curl_multi_info_read(handle->multi, &left));) {
            if (message->msg != CURLMSG_DONE) continue;
            *code = message->data.result;
            return handle->is_stopped ? handle->end : end_of(*code);
        }
        const int64_t now = now_ms();
        const int64_t until_end = start + handle->limits.total_ms - now;
        const int64_t until_silence = handle->last_sign + handle->limits.idle_ms - now;
        if (until_end <= 0) return CCURL_TOO_LONG;
        if (until_silence <= 0) return CCURL_SILENT;
        const int64_t pause = until_end < until_silence ? until_end : until_silence;
        if (curl_multi_poll(handle->multi, NULL, 0, pause < 60000 ? (int)pause : 60000, NULL) != CURLM_OK) return CCURL_FAILED;
    }
}

// Writing to a connection that the peer has closed raises a signal whose default is to end the program. Here, for good: the
// thread is the exchange's own.
static void block_broken_pipes(void) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &signals, NULL);
}

void ccurl_exchange(
    ccurl_handle *handle, const void *body, size_t body_length, ccurl_limits limits, ccurl_answer *answer) {
    block_broken_pipes();
    *answer = (ccurl_answer){.end = CCURL_FAILED};
    handle->limits = limits;
    handle->head.length = handle->body.length = handle->head_bytes = 0;
    handle->has_head = false;
    curl_easy_setopt(handle->easy, CURLOPT_HTTPHEADER, handle->headers);
    curl_easy_setopt(handle->easy, CURLOPT_CONNECTTIMEOUT_MS, (long)limits.connect_ms);
    if (body) {
        curl_easy_setopt(handle->easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)body_length);
        curl_easy_setopt(handle->easy, CURLOPT_POSTFIELDS, body);
    }
    CURLcode code = CURLE_OK;
    if (!handle->is_stopped && curl_multi_add_handle(handle->multi, handle->easy) == CURLM_OK) {
        answer->end = run(handle, &code);
        answer->status = status_of(handle);
        curl_multi_remove_handle(handle->multi, handle->easy);
    }
    answer->code = (int)code;
    // For libcurl a connection that ends within the head is a whole answer without a body.
    if (answer->end == CCURL_ANSWERED && !handle->has_head) answer->end = CCURL_BROKEN_OFF;
    if (answer->end == CCURL_ANSWERED) {
        answer->head = handle->head.bytes;
        answer->head_length = handle->head.length;
        answer->body = handle->body.bytes;
        answer->body_length = handle->body.length;
        handle->head = handle->body = (buffer){0};
    }
    empty(&handle->head);
    empty(&handle->body);
}
