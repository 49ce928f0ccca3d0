/**
 * Sends short messages to people outside the program, by whichever ways the settings name: its log, e-mail, a webhook. Takes what
 * is to be said as plain text; what is told, when and to whom it has been told already, it does not know.
 */
@NullMarked
package jinbo.operator.notification;

import org.jspecify.annotations.NullMarked;
