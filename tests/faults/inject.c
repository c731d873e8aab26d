/* Faults on demand, loaded in front of the C library (LD_PRELOAD).
 *
 * Every file operation of a process on the paths it is told of is counted, and one of them can be
 * made to go wrong: the process killed or signalled before or after it, a write torn, an error
 * returned in its place once or from then on, a write cut short.
 *
 *   FAULT_PATHS  prefixes of the paths that count, a colon between them
 *   FAULT_COUNT  bits of the kinds of operation that count
 *   FAULT_LOG    a file that every operation is noted in: a line, then the bytes written, if any
 *   FAULT_PLAN   kill-before N | kill-after N | signal-before N SIG | signal-after N SIG |
 *                torn N BYTES | error N ERRNO once|sticky | short N once|sticky
 *   FAULT_TYPES  for a sticky error: bits of the kinds of operation that it strikes
 *
 * A process that a faulty one starts is left alone. Nothing here calls the C library's own wrappers
 * for the note it takes, so noting an operation is never an operation.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum {
    CREATE = 1, WRITE = 2, SYNC = 4, RENAME = 8, LINK = 16, UNLINK = 32, TRUNCATE = 64, MKDIR = 128,
    MODE = 256, LOCK = 512, OPEN = 1024, READ = 2048, STAT = 4096, LIST = 8192, CLOSE = 16384
};
enum { NONE, KILL_BEFORE, KILL_AFTER, SIGNAL_BEFORE, SIGNAL_AFTER, TORN, ERROR, SHORT };
static const char *const PLANS[] = {
    "", "kill-before", "kill-after", "signal-before", "signal-after", "torn", "error", "short"
};

static int active, plan, sticky, argument, note = -1;
static long number, chosen, counted, types;
static char prefixes[4][PATH_MAX];

typedef struct {
    int type, struck;
    long n;
    const char *name;
    char path[PATH_MAX], other[PATH_MAX];
} Op;

/* -- set-up ---------------------------------------------------------------------------------- */

/* Read the plan; called by the loader, and once more by a warm interpreter in a fork of its own. */
void fault_begin(void) {
    char *paths = getenv("FAULT_PATHS"), *text = getenv("FAULT_PLAN"), *log = getenv("FAULT_LOG");
    char word[32] = "", how[32] = "";
    active = 0;
    number = 0;
    if (!paths)
        return;
    char *rest = strdup(paths);
    for (int i = 0; i < 4; i++) {
        char *one = strsep(&rest, ":");
        snprintf(prefixes[i], PATH_MAX, "%s", one ? one : "");
    }
    counted = atol(getenv("FAULT_COUNT") ? getenv("FAULT_COUNT") : "1023");
    types = atol(getenv("FAULT_TYPES") ? getenv("FAULT_TYPES") : "32767");
    if (text && sscanf(text, "%31s %ld %d %31s", word, &chosen, &argument, how) >= 2)
        for (int i = 1; i <= SHORT; i++)
            if (!strcmp(word, PLANS[i]))
                plan = i;
    sticky = !strcmp(how, "sticky");
    if (log) {
        int fd = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        note = fcntl(fd, F_DUPFD_CLOEXEC, 500);
        syscall(SYS_close, fd);
    }
    active = 1;
}

__attribute__((constructor)) static void loaded(void) {
    if (!getenv("FAULT_TAKEN") && !getenv("FAULT_WARM"))
        fault_begin();
    setenv("FAULT_TAKEN", "1", 1);
}

/* -- paths ----------------------------------------------------------------------------------- */

static void of_fd(int fd, char *out) {
    char name[40];
    snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
    long n = syscall(SYS_readlink, name, out, PATH_MAX - 1);
    out[n > 0 ? n : 0] = 0;
}

static void absolute(int dir, const char *path, char *out) {
    char base[PATH_MAX] = "";
    if (path[0] == '/') {
        snprintf(out, PATH_MAX, "%s", path);
        return;
    }
    if (dir == AT_FDCWD)
        syscall(SYS_getcwd, base, PATH_MAX);
    else
        of_fd(dir, base);
    if (snprintf(out, PATH_MAX, "%s/%s", base, path) >= PATH_MAX)
        out[0] = 0;
}

static int watched(const char *path) {
    for (int i = 0; i < 4; i++) {
        size_t n = strlen(prefixes[i]);
        if (n && !strncmp(path, prefixes[i], n) && (path[n] == 0 || path[n] == '/'))
            return 1;
    }
    return 0;
}

/* -- before and after ------------------------------------------------------------------------ */

static void die(void) {
    syscall(SYS_kill, getpid(), SIGKILL);
    for (;;)
        pause();
}

/* Count an operation; strike it when it is the chosen one. True: return -1, errno is set. */
static int before(Op *op, int type, const char *name) {
    op->type = type;
    op->name = name;
    op->n = 0;
    op->struck = 0;
    if (!active || !(watched(op->path) || watched(op->other)))
        return 0;
    op->n = -1;
    if (type & counted) {
        op->n = ++number;
        int here = op->n == chosen;
        if (here && plan == KILL_BEFORE)
            die();
        if (here && plan == SIGNAL_BEFORE)
            syscall(SYS_kill, getpid(), argument);
        if (plan == ERROR && (here || (sticky && op->n > chosen && (type & types)))) {
            errno = argument;
            return 1;
        }
        op->struck = (plan == TORN && here) || (plan == SHORT && (here || (sticky && op->n > chosen)));
    }
    return 0;
}

static void after(Op *op, long result, const void *data, long length, long extra) {
    if (!op->n)
        return;
    int kept = errno;
    if (note >= 0) {
        char head[2 * PATH_MAX + 128];
        long written = data && result > 0 ? result : 0;
        int n = snprintf(head, sizeof head, "%ld\t%d\t%s\t%ld\t%ld\t%ld\t%s\t%s\t%ld\n", op->n, op->type,
                         op->name, result, length, extra, op->path, op->other, written);
        struct iovec parts[3] = {{head, n}, {(void *)data, written}, {"\n", 1}};
        syscall(SYS_writev, note, parts, 3);
    }
    if (op->n == chosen && plan == KILL_AFTER)
        die();
    if (op->n == chosen && plan == SIGNAL_AFTER)
        syscall(SYS_kill, getpid(), argument);
    errno = kept;
}

#define REAL(result, name, ...)                                                                              \
    static result (*real)(__VA_ARGS__);                                                                      \
    if (!real)                                                                                               \
        real = (result (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static void on_path(Op *op, int dir, const char *path) {
    op->other[0] = 0;
    absolute(dir, path, op->path);
}

static void on_fd(Op *op, int fd) {
    op->other[0] = 0;
    op->path[0] = 0;
    if (active)
        of_fd(fd, op->path);
}

/* -- open ------------------------------------------------------------------------------------ */

static int changes(int flags) {
    return (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC));
}

#define OPENING(symbol, signature, dir, call, ...)                                                           \
    int symbol signature {                                                                                   \
        REAL(int, #symbol, __VA_ARGS__);                                                                     \
        mode_t mode = 0;                                                                                     \
        if (flags & (O_CREAT | __O_TMPFILE)) {                                                               \
            va_list rest;                                                                                    \
            va_start(rest, flags);                                                                           \
            mode = va_arg(rest, mode_t);                                                                     \
            va_end(rest);                                                                                    \
        }                                                                                                    \
        Op op;                                                                                               \
        on_path(&op, dir, path);                                                                             \
        if (before(&op, changes(flags) ? CREATE : OPEN, "open"))                                             \
            return -1;                                                                                       \
        int fd = call;                                                                                       \
        after(&op, fd, 0, mode, flags);                                                                      \
        return fd;                                                                                           \
    }
OPENING(open, (const char *path, int flags, ...), AT_FDCWD, real(path, flags, mode), const char *, int, ...)
OPENING(open64, (const char *path, int flags, ...), AT_FDCWD, real(path, flags, mode), const char *, int, ...)
OPENING(openat, (int dir, const char *path, int flags, ...), dir, real(dir, path, flags, mode), int,
        const char *, int, ...)
OPENING(openat64, (int dir, const char *path, int flags, ...), dir, real(dir, path, flags, mode), int,
        const char *, int, ...)

static int flags_of(const char *mode) {
    int plus = strchr(mode, '+') != 0;
    if (mode[0] == 'r')
        return plus ? O_RDWR : O_RDONLY;
    return (plus ? O_RDWR : O_WRONLY) | O_CREAT | (mode[0] == 'w' ? O_TRUNC : O_APPEND);
}

#define STREAM(symbol)                                                                                       \
    FILE *symbol(const char *path, const char *mode) {                                                       \
        REAL(FILE *, #symbol, const char *, const char *);                                                   \
        Op op;                                                                                               \
        on_path(&op, AT_FDCWD, path);                                                                        \
        if (before(&op, changes(flags_of(mode)) ? CREATE : OPEN, "open"))                                    \
            return 0;                                                                                        \
        FILE *file = real(path, mode);                                                                       \
        after(&op, file ? fileno(file) : -1, 0, 0666, flags_of(mode));                                       \
        return file;                                                                                         \
    }
STREAM(fopen)
STREAM(fopen64)

/* -- write and read -------------------------------------------------------------------------- */

static size_t amount(Op *op, size_t size) {
    if (!op->struck)
        return size;
    if (plan == TORN)
        return (size_t)argument < size ? (size_t)argument : size;
    return size > 1 ? size / 2 : size;
}

static void ended(Op *op, long result, const void *data, long size, long offset) {
    after(op, result, data, size, offset);
    if (op->n && op->struck && plan == TORN)
        die();
}

ssize_t write(int fd, const void *data, size_t size) {
    REAL(ssize_t, "write", int, const void *, size_t);
    Op op;
    on_fd(&op, fd);
    if (before(&op, WRITE, "write"))
        return -1;
    ssize_t n = real(fd, data, amount(&op, size));
    ended(&op, n, data, size, -1);
    return n;
}

#define PWRITE(symbol, offset_type)                                                                          \
    ssize_t symbol(int fd, const void *data, size_t size, offset_type offset) {                              \
        REAL(ssize_t, #symbol, int, const void *, size_t, offset_type);                                      \
        Op op;                                                                                               \
        on_fd(&op, fd);                                                                                      \
        if (before(&op, WRITE, "pwrite"))                                                                    \
            return -1;                                                                                       \
        ssize_t n = real(fd, data, amount(&op, size), offset);                                               \
        ended(&op, n, data, size, offset);                                                                   \
        return n;                                                                                            \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

/* Writes whose bytes are not noted: the harness refuses a recording that holds one. */
#define UNNOTED(symbol, name, type, fd, result, signature, call, ...)                                        \
    result symbol signature {                                                                                \
        REAL(result, #symbol, __VA_ARGS__);                                                                  \
        Op op;                                                                                               \
        on_fd(&op, fd);                                                                                      \
        if (before(&op, type, name))                                                                         \
            return -1;                                                                                       \
        result n = call;                                                                                     \
        after(&op, n, 0, 0, 0);                                                                              \
        return n;                                                                                            \
    }
UNNOTED(writev, "writev", WRITE, fd, ssize_t, (int fd, const struct iovec *v, int n_), real(fd, v, n_), int,
        const struct iovec *, int)
UNNOTED(sendfile, "sendfile", WRITE, fd, ssize_t, (int fd, int in, off_t *o, size_t s), real(fd, in, o, s),
        int, int, off_t *, size_t)
UNNOTED(sendfile64, "sendfile", WRITE, fd, ssize_t, (int fd, int in, off64_t *o, size_t s),
        real(fd, in, o, s), int, int, off64_t *, size_t)
UNNOTED(copy_file_range, "copy_file_range", WRITE, fd, ssize_t,
        (int in, off64_t *i, int fd, off64_t *o, size_t s, unsigned f), real(in, i, fd, o, s, f), int,
        off64_t *, int, off64_t *, size_t, unsigned)
UNNOTED(read, "read", READ, fd, ssize_t, (int fd, void *b, size_t s), real(fd, b, s), int, void *, size_t)
UNNOTED(pread, "pread", READ, fd, ssize_t, (int fd, void *b, size_t s, off_t o), real(fd, b, s, o), int,
        void *, size_t, off_t)
UNNOTED(pread64, "pread", READ, fd, ssize_t, (int fd, void *b, size_t s, off64_t o), real(fd, b, s, o), int,
        void *, size_t, off64_t)
UNNOTED(fsync, "fsync", SYNC, fd, int, (int fd), real(fd), int)
UNNOTED(fdatasync, "fsync", SYNC, fd, int, (int fd), real(fd), int)
UNNOTED(flock, "flock", LOCK, fd, int, (int fd, int how), real(fd, how), int, int)
UNNOTED(fchmod, "chmod", MODE, fd, int, (int fd, mode_t m), real(fd, m), int, mode_t)
UNNOTED(futimens, "utime", MODE, fd, int, (int fd, const struct timespec t[2]), real(fd, t), int,
        const struct timespec *)
UNNOTED(fstat, "stat", STAT, fd, int, (int fd, struct stat *s), real(fd, s), int, struct stat *)
UNNOTED(fstat64, "stat", STAT, fd, int, (int fd, struct stat64 *s), real(fd, s), int, struct stat64 *)

int close(int fd) {
    REAL(int, "close", int);
    Op op;
    on_fd(&op, fd);
    int struck = before(&op, CLOSE, "close"), reason = errno;
    int result = real(fd);
    if (struck) {
        errno = reason;
        return -1;
    }
    after(&op, result, 0, 0, fd);
    return result;
}

#define CUT(symbol, offset_type)                                                                             \
    int symbol(int fd, offset_type size) {                                                                   \
        REAL(int, #symbol, int, offset_type);                                                                \
        Op op;                                                                                               \
        on_fd(&op, fd);                                                                                      \
        if (before(&op, TRUNCATE, "ftruncate"))                                                              \
            return -1;                                                                                       \
        int result = real(fd, size);                                                                         \
        after(&op, result, 0, size, 0);                                                                      \
        return result;                                                                                       \
    }
CUT(ftruncate, off_t)
CUT(ftruncate64, off64_t)

/* -- names ----------------------------------------------------------------------------------- */

#define NAMED(symbol, name, type, dir, signature, call, value, ...)                                          \
    int symbol signature {                                                                                   \
        REAL(int, #symbol, __VA_ARGS__);                                                                     \
        Op op;                                                                                               \
        on_path(&op, dir, path);                                                                             \
        if (before(&op, type, name))                                                                         \
            return -1;                                                                                       \
        int result = call;                                                                                   \
        after(&op, result, 0, value, 0);                                                                     \
        return result;                                                                                       \
    }
NAMED(truncate, "truncate", TRUNCATE, AT_FDCWD, (const char *path, off_t n), real(path, n), n, const char *,
      off_t)
NAMED(truncate64, "truncate", TRUNCATE, AT_FDCWD, (const char *path, off64_t n), real(path, n), n,
      const char *, off64_t)
NAMED(mkdir, "mkdir", MKDIR, AT_FDCWD, (const char *path, mode_t m), real(path, m), m, const char *, mode_t)
NAMED(mkdirat, "mkdir", MKDIR, dir, (int dir, const char *path, mode_t m), real(dir, path, m), m, int,
      const char *, mode_t)
NAMED(rmdir, "rmdir", UNLINK, AT_FDCWD, (const char *path), real(path), 0, const char *)
NAMED(unlink, "unlink", UNLINK, AT_FDCWD, (const char *path), real(path), 0, const char *)
NAMED(unlinkat, (f & AT_REMOVEDIR) ? "rmdir" : "unlink", UNLINK, dir, (int dir, const char *path, int f),
      real(dir, path, f), f, int, const char *, int)
NAMED(chmod, "chmod", MODE, AT_FDCWD, (const char *path, mode_t m), real(path, m), m, const char *, mode_t)
NAMED(fchmodat, "chmod", MODE, dir, (int dir, const char *path, mode_t m, int f), real(dir, path, m, f), m,
      int, const char *, mode_t, int)
NAMED(utimensat, "utime", MODE, dir, (int dir, const char *path, const struct timespec t[2], int f),
      real(dir, path, t, f), 0, int, const char *, const struct timespec *, int)
NAMED(stat, "stat", STAT, AT_FDCWD, (const char *path, struct stat *s), real(path, s), 0, const char *,
      struct stat *)
NAMED(stat64, "stat", STAT, AT_FDCWD, (const char *path, struct stat64 *s), real(path, s), 0, const char *,
      struct stat64 *)
NAMED(lstat, "stat", STAT, AT_FDCWD, (const char *path, struct stat *s), real(path, s), 0, const char *,
      struct stat *)
NAMED(lstat64, "stat", STAT, AT_FDCWD, (const char *path, struct stat64 *s), real(path, s), 0, const char *,
      struct stat64 *)
NAMED(fstatat, "stat", STAT, dir, (int dir, const char *path, struct stat *s, int f), real(dir, path, s, f),
      0, int, const char *, struct stat *, int)
NAMED(fstatat64, "stat", STAT, dir, (int dir, const char *path, struct stat64 *s, int f),
      real(dir, path, s, f), 0, int, const char *, struct stat64 *, int)

#define PAIR(symbol, name, type, from, to, signature, call, ...)                                             \
    int symbol signature {                                                                                   \
        REAL(int, #symbol, __VA_ARGS__);                                                                     \
        Op op;                                                                                               \
        absolute(from, path, op.path);                                                                       \
        absolute(to, other, op.other);                                                                       \
        if (before(&op, type, name))                                                                         \
            return -1;                                                                                       \
        int result = call;                                                                                   \
        after(&op, result, 0, 0, 0);                                                                         \
        return result;                                                                                       \
    }
PAIR(rename, "rename", RENAME, AT_FDCWD, AT_FDCWD, (const char *path, const char *other), real(path, other),
     const char *, const char *)
PAIR(renameat, "rename", RENAME, from, to, (int from, const char *path, int to, const char *other),
     real(from, path, to, other), int, const char *, int, const char *)
PAIR(renameat2, "rename", RENAME, from, to,
     (int from, const char *path, int to, const char *other, unsigned f), real(from, path, to, other, f), int,
     const char *, int, const char *, unsigned)
PAIR(link, "link", LINK, AT_FDCWD, AT_FDCWD, (const char *path, const char *other), real(path, other),
     const char *, const char *)
PAIR(linkat, "link", LINK, from, to, (int from, const char *path, int to, const char *other, int f),
     real(from, path, to, other, f), int, const char *, int, const char *, int)
/* The target of a symbolic link is a text and no path that is touched; it is noted as it is. */
PAIR(symlink, "symlink", LINK, AT_FDCWD, AT_FDCWD, (const char *path, const char *other), real(path, other),
     const char *, const char *)
PAIR(symlinkat, "symlink", LINK, AT_FDCWD, to, (const char *path, int to, const char *other),
     real(path, to, other), const char *, int, const char *)

DIR *opendir(const char *path) {
    REAL(DIR *, "opendir", const char *);
    Op op;
    on_path(&op, AT_FDCWD, path);
    if (before(&op, LIST, "list"))
        return 0;
    DIR *folder = real(path);
    after(&op, folder ? 0 : -1, 0, 0, 0);
    return folder;
}

DIR *fdopendir(int fd) {
    REAL(DIR *, "fdopendir", int);
    Op op;
    on_fd(&op, fd);
    if (before(&op, LIST, "list"))
        return 0;
    DIR *folder = real(fd);
    after(&op, folder ? 0 : -1, 0, 0, 0);
    return folder;
}
