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

static const unsigned char rehearsal_js[] = {
#embed "../Schoolgate/Layout/Assets/rehearsal.js"
};

static const unsigned char preview_js[] = {
#embed "../Schoolgate/Layout/Assets/preview.js"
};

static const unsigned char calendar_js[] = {
#embed "../Schoolgate/Layout/Assets/calendar.js"
};

static const unsigned char faces_js[] = {
#embed "../Schoolgate/Layout/Assets/faces.js"
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

// The demo: a trust of three schools with a year behind it.
static const unsigned char demo_schools_csv[] = {
#embed "../../Demo/schools.csv"
};
static const unsigned char demo_staff_csv[] = {
#embed "../../Demo/staff.csv"
};
static const unsigned char demo_roll_csv[] = {
#embed "../../Demo/roll.csv"
};
static const unsigned char demo_consent_csv[] = {
#embed "../../Demo/consent.csv"
};
static const unsigned char demo_posts_jsonl[] = {
#embed "../../Demo/posts.jsonl"
};
static const unsigned char demo_policies_larkmere_md[] = {
#embed "../../Demo/policies/larkmere.md"
};
static const unsigned char demo_policies_alderweir_md[] = {
#embed "../../Demo/policies/alderweir.md"
};
static const unsigned char demo_policies_fennbridge_md[] = {
#embed "../../Demo/policies/fennbridge.md"
};
static const unsigned char demo_pictures_bakesale_png[] = {
#embed "../../Demo/pictures/bakesale.png"
};
static const unsigned char demo_pictures_dragon_png[] = {
#embed "../../Demo/pictures/dragon.png"
};
static const unsigned char demo_pictures_field_png[] = {
#embed "../../Demo/pictures/field.png"
};
static const unsigned char demo_pictures_lanterns_png[] = {
#embed "../../Demo/pictures/lanterns.png"
};
static const unsigned char demo_pictures_lanternwalk_png[] = {
#embed "../../Demo/pictures/lanternwalk.png"
};
static const unsigned char demo_pictures_parachute_png[] = {
#embed "../../Demo/pictures/parachute.png"
};
static const unsigned char demo_pictures_snow_png[] = {
#embed "../../Demo/pictures/snow.png"
};

#define FILE_NAMED(name, bytes) {name, bytes, sizeof bytes}

static const struct embedded_file embedded_files[] = {
    FILE_NAMED("look.css", look_css),
    FILE_NAMED("icons.svg", icons_svg),
    FILE_NAMED("icon.svg", icon_svg),
    FILE_NAMED("composer.js", composer_js),
    FILE_NAMED("rehearsal.js", rehearsal_js),
    FILE_NAMED("calendar.js", calendar_js),
    FILE_NAMED("faces.js", faces_js),
    FILE_NAMED("preview.js", preview_js),
    FILE_NAMED("templates/primary-school.md", template_primary_school),
    FILE_NAMED("templates/special-school.md", template_special_school),
    FILE_NAMED("templates/maintained-primary.md", template_maintained_primary),
    FILE_NAMED("templates/trust.md", template_trust),
    FILE_NAMED("templates/model.md", template_model),
    FILE_NAMED("demo/schools.csv", demo_schools_csv),
    FILE_NAMED("demo/staff.csv", demo_staff_csv),
    FILE_NAMED("demo/roll.csv", demo_roll_csv),
    FILE_NAMED("demo/consent.csv", demo_consent_csv),
    FILE_NAMED("demo/posts.jsonl", demo_posts_jsonl),
    FILE_NAMED("demo/policies/trust.md", template_trust),
    FILE_NAMED("demo/policies/larkmere.md", demo_policies_larkmere_md),
    FILE_NAMED("demo/policies/alderweir.md", demo_policies_alderweir_md),
    FILE_NAMED("demo/policies/fennbridge.md", demo_policies_fennbridge_md),
    FILE_NAMED("demo/pictures/bakesale.png", demo_pictures_bakesale_png),
    FILE_NAMED("demo/pictures/dragon.png", demo_pictures_dragon_png),
    FILE_NAMED("demo/pictures/field.png", demo_pictures_field_png),
    FILE_NAMED("demo/pictures/lanterns.png", demo_pictures_lanterns_png),
    FILE_NAMED("demo/pictures/lanternwalk.png", demo_pictures_lanternwalk_png),
    FILE_NAMED("demo/pictures/parachute.png", demo_pictures_parachute_png),
    FILE_NAMED("demo/pictures/snow.png", demo_pictures_snow_png),
};
const size_t embedded_file_count = sizeof embedded_files / sizeof embedded_files[0];

const struct embedded_file *embedded_first_file(void) { return embedded_files; }
