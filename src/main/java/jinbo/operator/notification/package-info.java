/**
 * Texts come in; they go out by the channels that the settings name: log, e-mail, webhook. Which alert is sent, when
 * and to whom, is decided in {@code alert}. Alerts and command line may call it.
 */
@NullMarked
package jinbo.operator.notification;

import org.jspecify.annotations.NullMarked;
