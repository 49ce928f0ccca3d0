/** Sends texts through the configured channels: log, e-mail, webhook. {@code alert} decides what is sent and when. */
@NullMarked
package jinbo.operator.notification;

import org.jspecify.annotations.NullMarked;
