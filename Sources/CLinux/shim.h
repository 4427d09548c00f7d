// Linux calls that Swift's Glibc module does not show.
#ifndef FOYER_CLINUX_SHIM_H
#define FOYER_CLINUX_SHIM_H

#ifdef __cplusplus
extern "C" {
#endif

// renameat2(2); declared here because <stdio.h> hides it without _GNU_SOURCE.
int renameat2(int olddirfd, const char *oldpath, int newdirfd, const char *newpath, unsigned int flags);

#define FOYER_RENAME_EXCHANGE 2u

#ifdef __cplusplus
}
#endif
#endif
