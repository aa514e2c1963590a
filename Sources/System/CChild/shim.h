#include <spawn.h>
#include <sys/prctl.h>

/// No program that this one starts may gain rights.
static inline int child_renounce(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); }

/// The child keeps no descriptor from `first` on. (Declared here: the platform's module leaves it out.)
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first);

static inline int child_close_from(posix_spawn_file_actions_t *actions, int first) {
    return posix_spawn_file_actions_addclosefrom_np(actions, first);
}
