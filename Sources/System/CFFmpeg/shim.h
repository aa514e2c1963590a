#include <errno.h>
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/display.h>
#include <libavutil/imgutils.h>
#include <libswscale/swscale.h>

// What FFmpeg says with macros, which are not imported into Swift.

static inline int video_end(void) { return AVERROR_EOF; }
static inline int video_refusal(void) { return AVERROR(EPERM); }
static inline int64_t video_no_time(void) { return AV_NOPTS_VALUE; }
static inline int video_size_asked(void) { return AVSEEK_SIZE; }
static inline int video_is_forced(int whence) { return whence & ~AVSEEK_FORCE; }
