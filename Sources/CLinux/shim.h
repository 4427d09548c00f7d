// Linux calls that Swift's Glibc module does not show.
#ifndef FOYER_CLINUX_SHIM_H
#define FOYER_CLINUX_SHIM_H

#ifdef __cplusplus
extern "C" {
#endif

// syncfs(2); declared here because <unistd.h> hides it without _GNU_SOURCE.
int syncfs(int fd);

// malloc_trim(3), mallopt(3); <malloc.h> is not part of the module.
int malloc_trim(__SIZE_TYPE__ pad);
int mallopt(int param, int value);

#ifdef __cplusplus
}
#endif
#endif
