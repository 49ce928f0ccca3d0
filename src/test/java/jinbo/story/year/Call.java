package jinbo.story.year;

import java.time.LocalDateTime;

/**
 * A call that was made.
 *
 * @param at when
 * @param by by whom
 * @param salesperson who there
 * @param consumer to which number
 * @param service whether it served a policy in force that was sold by telephone, instead of selling one
 */
record Call(LocalDateTime at, Member by, String salesperson, long consumer, boolean service) {}
