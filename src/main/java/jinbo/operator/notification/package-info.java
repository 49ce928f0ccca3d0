/**
 * Sends texts through the channels of the settings: log, e-mail, webhook. {@code alert} decides which alert is sent
 * when. Alerts and command line may call it.
 */
@NullMarked
package jinbo.operator.notification;

import org.jspecify.annotations.NullMarked;
