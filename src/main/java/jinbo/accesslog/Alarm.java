package jinbo.accesslog;

import java.time.Instant;

/**
 * Something was found that no honest log can show; nothing leaves until two people have decided about it.
 *
 * @param id its number
 * @param kind what was found
 * @param detail where, for example the index of the first entry that is wrong
 * @param at when
 */
public record Alarm(long id, AlarmKind kind, String detail, Instant at) {}
