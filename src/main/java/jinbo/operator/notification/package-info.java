/** Sends texts through the channels of the settings: log, e-mail, webhook; {@code alert} decides which and when. */
@NullMarked
package jinbo.operator.notification;

import org.jspecify.annotations.NullMarked;
