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

static const unsigned char template_primary_school[] = {
#embed "../../Templates/primary-school.md"
};
static const unsigned char template_special_school[] = {
#embed "../../Templates/special-school.md"
};
static const unsigned char template_maintained_primary[] = {
#embed "../../Templates/maintained-primary.md"
};
static const unsigned char template_trust[] = {
#embed "../../Templates/trust.md"
};
static const unsigned char template_model[] = {
#embed "../../Templates/model.md"
};

#define FILE_NAMED(name, bytes) {name, bytes, sizeof bytes}

static const struct embedded_file embedded_files[] = {
    FILE_NAMED("look.css", look_css),
    FILE_NAMED("icons.svg", icons_svg),
    FILE_NAMED("icon.svg", icon_svg),
    FILE_NAMED("composer.js", composer_js),
    FILE_NAMED("templates/primary-school.md", template_primary_school),
    FILE_NAMED("templates/special-school.md", template_special_school),
    FILE_NAMED("templates/maintained-primary.md", template_maintained_primary),
    FILE_NAMED("templates/trust.md", template_trust),
    FILE_NAMED("templates/model.md", template_model),
};
const size_t embedded_file_count = sizeof embedded_files / sizeof embedded_files[0];

const struct embedded_file *embedded_first_file(void) { return embedded_files; }
