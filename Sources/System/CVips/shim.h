#include <spawn.h>
#include <sys/prctl.h>
#include <vips/vips.h>

// libvips speaks in variadic functions, which are not imported into Swift; these are their fixed forms.

/// Starts the library with the four loaders that pictures need, and no other.
static inline int picture_start(void) {
    if (vips_init("schoolgate") != 0) return -1;
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    vips_block_untrusted_set(TRUE);
    vips_operation_block_set("VipsForeignLoad", TRUE);
    vips_operation_block_set("VipsForeignLoadJpeg", FALSE);
    vips_operation_block_set("VipsForeignLoadPng", FALSE);
    vips_operation_block_set("VipsForeignLoadWebp", FALSE);
    vips_operation_block_set("VipsForeignLoadHeif", FALSE);
    return 0;
}

/// Reads the header only; the pixels follow when they are asked for, and not here.
static inline VipsImage *picture_header(const void *bytes, size_t count) {
    return vips_image_new_from_buffer(bytes, count, "", NULL);
}

/// Upright, no edge longer than `edge`, in sRGB when it came with a profile; a truncated file is an error.
static inline VipsImage *picture_shrink(const void *bytes, size_t count, int edge) {
    VipsImage *image = NULL;
    int failed = vips_thumbnail_buffer(
        (void *) bytes, count, &image, edge, "height", edge, "size", VIPS_SIZE_DOWN, "export_profile", "srgb",
        "option_string", "fail_on=truncated", NULL);
    return failed ? NULL : image;
}

static inline VipsImage *picture_srgb(VipsImage *image) {
    VipsImage *converted = NULL;
    return vips_colourspace(image, &converted, VIPS_INTERPRETATION_sRGB, NULL) ? NULL : converted;
}

static inline void *picture_jpeg(VipsImage *image, size_t *count) {
    void *bytes = NULL;
    int failed = vips_jpegsave_buffer(
        image, &bytes, count, "Q", 85, "strip", TRUE, "optimize_coding", TRUE, "interlace", TRUE, NULL);
    return failed ? NULL : bytes;
}

static inline void *picture_png(VipsImage *image, size_t *count) {
    void *bytes = NULL;
    return vips_pngsave_buffer(image, &bytes, count, "strip", TRUE, "compression", 6, NULL) ? NULL : bytes;
}

static inline int picture_has_alpha(VipsImage *image) { return vips_image_hasalpha(image); }

static inline void picture_release(VipsImage *image) { g_object_unref(image); }

static inline void picture_free(void *bytes) { g_free(bytes); }

/// No program that this one starts may gain rights.
static inline int picture_renounce(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); }

/// The child keeps no descriptor from `first` on. (Declared here: the platform's module leaves it out.)
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first);

static inline int picture_close_from(posix_spawn_file_actions_t *actions, int first) {
    return posix_spawn_file_actions_addclosefrom_np(actions, first);
}
