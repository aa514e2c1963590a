#include <libxml/xmlversion.h>

// Debian's libxml2 pulls in the headers of its ICU, which Foundation's own ICU contradicts in one build. Only the
// layout of encoding handlers depends on it, and none is touched from here.
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
