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

/// No edge longer than `edge`.
static inline VipsImage *picture_smaller(VipsImage *image, int edge) {
    VipsImage *small = NULL;
    return vips_thumbnail_image(image, &small, edge, "height", edge, "size", VIPS_SIZE_DOWN, NULL) ? NULL : small;
}

/// Eight bits of each colour.
static inline VipsImage *picture_bytes(VipsImage *image) {
    VipsImage *bytes = NULL;
    return vips_cast_uchar(image, &bytes, NULL) ? NULL : bytes;
}

/// A picture of pixels that must outlive it; it knows nothing but them.
static inline VipsImage *picture_of_pixels(const void *pixels, size_t count, int width, int height, int bands) {
    VipsImage *bare = vips_image_new_from_memory(pixels, count, width, height, bands, VIPS_FORMAT_UCHAR);
    if (!bare) return NULL;
    VipsImage *image = NULL;
    int failed = vips_copy(bare, &image, "interpretation", VIPS_INTERPRETATION_sRGB, NULL);
    g_object_unref(bare);
    return failed ? NULL : image;
}

/// Turned and mirrored so that it is upright, where `orientation` counts as EXIF does.
static inline VipsImage *picture_upright(VipsImage *image, int orientation) {
    VipsImage *marked = NULL, *upright = NULL;
    if (vips_copy(image, &marked, NULL)) return NULL;
    vips_image_set_int(marked, VIPS_META_ORIENTATION, orientation);
    int failed = vips_autorot(marked, &upright, NULL);
    g_object_unref(marked);
    return failed ? NULL : upright;
}

static inline void *picture_jpeg_at(VipsImage *image, int quality, size_t *count) {
    void *bytes = NULL;
    int failed = vips_jpegsave_buffer(
        image, &bytes, count, "Q", quality, "strip", TRUE, "optimize_coding", TRUE, "interlace", TRUE, NULL);
    return failed ? NULL : bytes;
}

static inline void *picture_jpeg(VipsImage *image, size_t *count) { return picture_jpeg_at(image, 85, count); }

static inline void *picture_png(VipsImage *image, size_t *count) {
    void *bytes = NULL;
    return vips_pngsave_buffer(image, &bytes, count, "strip", TRUE, "compression", 6, NULL) ? NULL : bytes;
}

static inline int picture_has_alpha(VipsImage *image) { return vips_image_hasalpha(image); }

static inline void picture_release(VipsImage *image) { g_object_unref(image); }

static inline void picture_free(void *bytes) { g_free(bytes); }
