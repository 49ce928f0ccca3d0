package jinbo.registry;

import jinbo.mobile.Mobile;

/**
 * A number that is blocked, and when.
 *
 * @param mobile the number
 * @param ban from when until when
 */
public record Block(Mobile mobile, Interval ban) {}
