/* Faults at the calls of a program, and of those it starts, that change files below a folder: an LD_PRELOAD library.
 *
 * All processes of a run share the file that FAULTS names. It says which folder, at which call, and what is to happen
 * there; it counts the calls, and holds a line on each. `control.py` writes and reads it.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>
#include <utime.h>

enum { NONE, KILL, TORN, EIO_ONCE, ENOSPC_ONCE, EIO_ON, ENOSPC_ON };
enum { PASS = 0, TEAR = -1, HALF = -2 }; /* what is to be done with a call; else the errno it fails with */
enum { ANY, FREES, WRITES };             /* what a call does: one that frees room goes through on a full disk */

#define LINES 8192
struct control {
    unsigned armed, kind, point, count, fired;
    int group;
    char root[4072];
    char lines[LINES][512];
};
static struct control *control;

__attribute__((constructor)) static void map_control(void) {
    const char *name = getenv("FAULTS");
    int (*real_open)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
    int file = name ? real_open(name, O_RDWR | O_CLOEXEC) : -1;
    if (file < 0)
        return;
    void *found = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    control = found == MAP_FAILED ? NULL : found;
    close(file);
}

/* The path below the root that `path`, from the folder `at`, names; NULL where it lies elsewhere. */
static const char *below(char *full, int at, const char *path) {
    char link[64];
    if (!control || !control->armed || !path)
        return NULL;
    if (path[0] == '/') {
        snprintf(full, PATH_MAX, "%s", path);
    } else {
        if (at == AT_FDCWD)
            strcpy(link, "/proc/self/cwd");
        else
            snprintf(link, sizeof link, "/proc/self/fd/%d", at);
        ssize_t length = readlink(link, full, PATH_MAX - 1);
        if (length < 0)
            return NULL;
        snprintf(full + length, PATH_MAX - length, *path ? "/%s" : "%s", path);
    }
    size_t length = strlen(control->root);
    if (strncmp(full, control->root, length) || (full[length] != '/' && full[length]))
        return NULL;
    return full[length] ? full + length + 1 : ".";
}

static const char *file_below(char *full, int file) {
    struct stat about;
    if (!control || !control->armed || fstat(file, &about) || !(S_ISREG(about.st_mode) || S_ISDIR(about.st_mode)))
        return NULL;
    return below(full, file, "");
}

__attribute__((noreturn)) static void die(void) {
    if (control->group)
        kill(-control->group, SIGKILL);
    kill(0, SIGKILL);
    for (;;)
        pause();
}

static int verdict(const char *name, const char *path, const char *to, int sort) {
    unsigned number = __atomic_add_fetch(&control->count, 1, __ATOMIC_SEQ_CST), kind = control->kind;
    if (number <= LINES)
        snprintf(control->lines[number - 1], sizeof control->lines[0], to ? "%s %s -> %s" : "%s %s", name, path, to);
    if (kind == NONE || number < control->point || (number > control->point && kind < EIO_ON))
        return PASS;
    control->fired = 1;
    if (kind == ENOSPC_ON && sort == FREES)
        return PASS;
    switch (kind) {
    case KILL:
        die();
    case TORN:
        return TEAR;
    case EIO_ONCE:
    case EIO_ON:
        return EIO;
    default:
        return kind == ENOSPC_ON && number == control->point && sort == WRITES ? HALF : ENOSPC;
    }
}

#define REAL(type, name, ...)                                                                                          \
    static type (*real)(__VA_ARGS__);                                                                                  \
    if (!real)                                                                                                         \
        real = dlsym(RTLD_NEXT, #name);

/* A call that is made or not: fails, or is made, and with a tear everything ends right behind it. */
#define WHOLE(failed, call, shown, path, to, sort)                                                                     \
    int done = (path) ? verdict(shown, path, to, sort) : PASS;                                                         \
    if (done > 0) {                                                                                                    \
        errno = done;                                                                                                  \
        return failed;                                                                                                 \
    }                                                                                                                  \
    __typeof__(call) result = call;                                                                                    \
    if (done == TEAR)                                                                                                  \
        die();                                                                                                         \
    return result;

#define CHANGES(flags) ((flags) & (O_CREAT | O_TRUNC))
#define OPEN(name)                                                                                                     \
    int name(const char *path, int flags, ...) {                                                                       \
        REAL(int, name, const char *, int, ...)                                                                        \
        va_list rest;                                                                                                  \
        va_start(rest, flags);                                                                                         \
        int mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, int) : 0;                                            \
        va_end(rest);                                                                                                  \
        char full[PATH_MAX];                                                                                           \
        const char *inside = CHANGES(flags) ? below(full, AT_FDCWD, path) : NULL;                                      \
        WHOLE(-1, real(path, flags, mode), "open", inside, NULL, ANY)                                                  \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                                                                   \
    int name(int at, const char *path, int flags, ...) {                                                               \
        REAL(int, name, int, const char *, int, ...)                                                                   \
        va_list rest;                                                                                                  \
        va_start(rest, flags);                                                                                         \
        int mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, int) : 0;                                            \
        va_end(rest);                                                                                                  \
        char full[PATH_MAX];                                                                                           \
        const char *inside = CHANGES(flags) ? below(full, at, path) : NULL;                                            \
        WHOLE(-1, real(at, path, flags, mode), "open", inside, NULL, ANY)                                              \
    }
OPENAT(openat)
OPENAT(openat64)

#define OPEN_2(name)                                                                                                   \
    int name(const char *path, int flags) {                                                                            \
        REAL(int, name, const char *, int)                                                                             \
        char full[PATH_MAX];                                                                                           \
        const char *inside = CHANGES(flags) ? below(full, AT_FDCWD, path) : NULL;                                      \
        WHOLE(-1, real(path, flags), "open", inside, NULL, ANY)                                                        \
    }
OPEN_2(__open_2)
OPEN_2(__open64_2)

/* Calls on one path, with its arguments behind it; `at` is the folder that it starts from. */
#define ON_PATH(type, name, shown, sort, at, path, parameters, arguments)                                              \
    type name parameters {                                                                                             \
        REAL(type, name, PARAMETERS parameters)                                                                        \
        char full[PATH_MAX];                                                                                           \
        const char *inside = below(full, at, path);                                                                    \
        WHOLE(-1, real arguments, shown, inside, NULL, sort)                                                           \
    }
#define PARAMETERS(...) __VA_ARGS__
#define HERE AT_FDCWD
ON_PATH(int, creat, "open", ANY, HERE, path, (const char *path, mode_t mode), (path, mode))
ON_PATH(int, creat64, "open", ANY, HERE, path, (const char *path, mode_t mode), (path, mode))
ON_PATH(int, mkstemp, "mkstemp", ANY, HERE, path, (char *path), (path))
ON_PATH(int, mkstemp64, "mkstemp", ANY, HERE, path, (char *path), (path))
ON_PATH(int, mkdir, "mkdir", ANY, HERE, path, (const char *path, mode_t mode), (path, mode))
ON_PATH(int, mkdirat, "mkdir", ANY, at, path, (int at, const char *path, mode_t mode), (at, path, mode))
ON_PATH(int, rmdir, "rmdir", FREES, HERE, path, (const char *path), (path))
ON_PATH(int, unlink, "unlink", FREES, HERE, path, (const char *path), (path))
ON_PATH(int, unlinkat, "unlink", FREES, at, path, (int at, const char *path, int flags), (at, path, flags))
ON_PATH(int, truncate, "truncate", ANY, HERE, path, (const char *path, off_t size), (path, size))
ON_PATH(int, truncate64, "truncate", ANY, HERE, path, (const char *path, off64_t size), (path, size))
ON_PATH(int, chmod, "chmod", FREES, HERE, path, (const char *path, mode_t mode), (path, mode))
ON_PATH(int, fchmodat, "chmod", FREES, at, path, (int at, const char *path, mode_t mode, int flags),
        (at, path, mode, flags))
ON_PATH(int, utime, "utime", FREES, HERE, path, (const char *path, const struct utimbuf *times), (path, times))
ON_PATH(int, utimensat, "utime", FREES, at, path,
        (int at, const char *path, const struct timespec times[2], int flags), (at, path, times, flags))
ON_PATH(int, symlink, "symlink", ANY, HERE, path, (const char *target, const char *path), (target, path))
ON_PATH(int, symlinkat, "symlink", ANY, at, path, (const char *target, int at, const char *path), (target, at, path))

/* Calls on two paths. */
#define ON_PATHS(name, shown, from_at, to_at, parameters, arguments)                                                   \
    int name parameters {                                                                                              \
        REAL(int, name, PARAMETERS parameters)                                                                         \
        char from_full[PATH_MAX], to_full[PATH_MAX];                                                                   \
        const char *source = below(from_full, from_at, from), *target = below(to_full, to_at, to);                     \
        const char *inside = source ? source : target ? from_full : NULL;                                              \
        WHOLE(-1, real arguments, shown, inside, target ? target : to_full, ANY)                                       \
    }
ON_PATHS(rename, "rename", HERE, HERE, (const char *from, const char *to), (from, to))
ON_PATHS(link, "link", HERE, HERE, (const char *from, const char *to), (from, to))
ON_PATHS(renameat, "rename", at, to_at, (int at, const char *from, int to_at, const char *to), (at, from, to_at, to))
ON_PATHS(renameat2, "rename", at, to_at, (int at, const char *from, int to_at, const char *to, unsigned flags),
         (at, from, to_at, to, flags))
ON_PATHS(linkat, "link", at, to_at, (int at, const char *from, int to_at, const char *to, int flags),
         (at, from, to_at, to, flags))

/* Calls on an open file. fsync is counted, and can fail, but is not made: a killed process loses none of what the system
 * has, and waiting for the disk at each of thousands of points would be all that is done. */
#define ON_FILE(name, shown, sort, parameters, call)                                                                   \
    int name parameters {                                                                                              \
        REAL(int, name, PARAMETERS parameters)                                                                         \
        char full[PATH_MAX];                                                                                           \
        const char *inside = file_below(full, file);                                                                \
        WHOLE(-1, call, shown, inside, NULL, sort)                                                                     \
    }
ON_FILE(fsync, "fsync", ANY, (int file), inside ? 0 : real(file))
ON_FILE(fdatasync, "fsync", ANY, (int file), inside ? 0 : real(file))
ON_FILE(ftruncate, "truncate", ANY, (int file, off_t size), real(file, size))
ON_FILE(ftruncate64, "truncate", ANY, (int file, off64_t size), real(file, size))
ON_FILE(fchmod, "chmod", FREES, (int file, mode_t mode), real(file, mode))
ON_FILE(futimens, "utime", FREES, (int file, const struct timespec times[2]), real(file, times))

static ssize_t write_really(int file, const void *data, size_t size) {
    REAL(ssize_t, write, int, const void *, size_t)
    return real(file, data, size);
}

/* Writes: a torn one writes half, and everything ends; at the point where a disk gets full, half of it still fits. */
#define WRITE(name, file, size, parameters, whole, part)                                                               \
    ssize_t name parameters {                                                                                          \
        REAL(ssize_t, name, PARAMETERS parameters)                                                                     \
        char full[PATH_MAX];                                                                                           \
        const char *inside = file_below(full, file);                                                                \
        int done = inside ? verdict("write", inside, NULL, WRITES) : PASS;                                             \
        if (done == HALF && (size) < 2)                                                                                \
            done = ENOSPC;                                                                                             \
        if (done > 0) {                                                                                                \
            errno = done;                                                                                              \
            return -1;                                                                                                 \
        }                                                                                                              \
        ssize_t result = done == PASS ? whole : part;                                                                  \
        if (done == TEAR)                                                                                              \
            die();                                                                                                     \
        return result;                                                                                                 \
    }
WRITE(write, file, size, (int file, const void *data, size_t size), real(file, data, size), real(file, data, size / 2))
WRITE(pwrite, file, size, (int file, const void *data, size_t size, off_t at), real(file, data, size, at),
      real(file, data, size / 2, at))
WRITE(pwrite64, file, size, (int file, const void *data, size_t size, off64_t at), real(file, data, size, at),
      real(file, data, size / 2, at))
WRITE(writev, file, parts[0].iov_len, (int file, const struct iovec *parts, int count), real(file, parts, count),
      write_really(file, parts[0].iov_base, parts[0].iov_len / 2))
WRITE(sendfile, to, size, (int to, int from, off_t *at, size_t size), real(to, from, at, size),
      real(to, from, at, size / 2))
WRITE(sendfile64, to, size, (int to, int from, off64_t *at, size_t size), real(to, from, at, size),
      real(to, from, at, size / 2))
WRITE(copy_file_range, to, size,
      (int from, off64_t *from_at, int to, off64_t *to_at, size_t size, unsigned flags),
      real(from, from_at, to, to_at, size, flags), real(from, from_at, to, to_at, size / 2, flags))

/* Streams write inside of libc, where nobody can step in: so theirs is held back until they are flushed or closed. */
static FILE *held_back(FILE *stream) {
    char full[PATH_MAX], *room;
    if (stream && file_below(full, fileno(stream)) && (room = malloc(1 << 20)))
        setvbuf(stream, room, _IOFBF, 1 << 20);
    return stream;
}

#define FOPEN(name)                                                                                                    \
    FILE *name(const char *path, const char *mode) {                                                                   \
        REAL(FILE *, name, const char *, const char *)                                                                 \
        char full[PATH_MAX];                                                                                           \
        const char *inside = strpbrk(mode, "wa+") ? below(full, AT_FDCWD, path) : NULL;                                \
        WHOLE(NULL, held_back(real(path, mode)), "open", inside, NULL, ANY)                                            \
    }
FOPEN(fopen)
FOPEN(fopen64)

FILE *fdopen(int file, const char *mode) {
    REAL(FILE *, fdopen, int, const char *)
    return held_back(real(file, mode));
}

#define FLUSH(name)                                                                                                    \
    int name(FILE *stream) {                                                                                           \
        REAL(int, name, FILE *)                                                                                        \
        char full[PATH_MAX];                                                                                           \
        size_t size = stream && __fwritable(stream) ? __fpending(stream) : 0;                                          \
        const char *inside = size ? file_below(full, fileno(stream)) : NULL;                                        \
        int done = inside ? verdict("write", inside, NULL, WRITES) : PASS;                                             \
        if (done == PASS)                                                                                              \
            return real(stream);                                                                                       \
        if (done < 0 && write_really(fileno(stream), stream->_IO_write_base, size / 2) < 0)                            \
            perror("half a write");                                                                                    \
        if (done == TEAR)                                                                                              \
            die();                                                                                                     \
        __fpurge(stream);                                                                                              \
        real(stream);                                                                                                  \
        errno = done == HALF ? ENOSPC : done;                                                                          \
        return EOF;                                                                                                    \
    }
FLUSH(fflush)
FLUSH(fclose)
