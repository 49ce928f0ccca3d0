package jinbo.accesslog;

/**
 * Something wrong that a look at the log has found.
 *
 * @param kind what
 * @param detail where
 */
record LogFinding(AlarmKind kind, String detail) {}
