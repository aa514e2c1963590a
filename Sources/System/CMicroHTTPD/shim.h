#include <microhttpd.h>
#include <string.h>

// Variadic functions and unions are not imported into Swift; these are their fixed forms.

struct web_daemon {
    void *context;
    int listener;
    unsigned int threads;
    unsigned int connections;
    unsigned int connections_per_address;
    unsigned int stall_seconds;
    size_t memory;
    MHD_AccessHandlerCallback handler;
    MHD_RequestCompletedCallback completed;
    MHD_NotifyConnectionCallback connection;
    void *(*target)(void *cls, const char *uri, struct MHD_Connection *connection);
};

/// Leaves the target as it came, so that our own decoding sees every escape.
static inline size_t web_keep_raw(void *cls, struct MHD_Connection *connection, char *text) {
    (void) cls;
    (void) connection;
    return strlen(text);
}

static inline struct MHD_Daemon *web_start_daemon(const struct web_daemon *d) {
    struct MHD_OptionItem options[] = {
        {MHD_OPTION_LISTEN_SOCKET, (intptr_t) d->listener, NULL},
        {MHD_OPTION_THREAD_POOL_SIZE, (intptr_t) d->threads, NULL},
        {MHD_OPTION_CONNECTION_LIMIT, (intptr_t) d->connections, NULL},
        {MHD_OPTION_PER_IP_CONNECTION_LIMIT, (intptr_t) d->connections_per_address, NULL},
        {MHD_OPTION_CONNECTION_TIMEOUT, (intptr_t) d->stall_seconds, NULL},
        {MHD_OPTION_CONNECTION_MEMORY_LIMIT, (intptr_t) d->memory, NULL},
        {MHD_OPTION_STRICT_FOR_CLIENT, 1, NULL},
        {MHD_OPTION_NOTIFY_COMPLETED, (intptr_t) d->completed, d->context},
        {MHD_OPTION_NOTIFY_CONNECTION, (intptr_t) d->connection, d->context},
        {MHD_OPTION_URI_LOG_CALLBACK, (intptr_t) d->target, d->context},
        {MHD_OPTION_UNESCAPE_CALLBACK, (intptr_t) &web_keep_raw, NULL},
        {MHD_OPTION_END, 0, NULL},
    };
    return MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC, 0, NULL, NULL, d->handler, d->context,
        MHD_OPTION_ARRAY, options, MHD_OPTION_END);
}

static inline int web_connection_socket(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info ? info->connect_fd : -1;
}

static inline const struct sockaddr *web_connection_address(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    return info ? info->client_addr : NULL;
}

static inline void *web_connection_context(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info ? info->socket_context : NULL;
}
