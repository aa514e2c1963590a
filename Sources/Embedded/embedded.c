#include "embedded.h"

// #embed is C23, which clang also takes in older C; the pragma says that we know.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char look_css[] = {
#embed "../Schoolgate/Layout/Assets/look.css"
};
static const unsigned char icons_svg[] = {
#embed "../Schoolgate/Layout/Assets/icons.svg"
};
static const unsigned char icon_svg[] = {
#embed "../Schoolgate/Layout/Assets/icon.svg"
};

static const unsigned char composer_js[] = {
#embed "../Schoolgate/Layout/Assets/composer.js"
};

#define FILE_NAMED(name, bytes) {name, bytes, sizeof bytes}

static const struct embedded_file embedded_files[] = {
    FILE_NAMED("look.css", look_css),
    FILE_NAMED("icons.svg", icons_svg),
    FILE_NAMED("icon.svg", icon_svg),
    FILE_NAMED("composer.js", composer_js),
};
const size_t embedded_file_count = sizeof embedded_files / sizeof embedded_files[0];

const struct embedded_file *embedded_first_file(void) { return embedded_files; }
