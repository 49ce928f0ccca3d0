/**
 * Sends short messages to people outside the program, by whichever ways the settings name: its log, e-mail, a webhook. Takes what
 * is to be said as plain text; what is told, when and to whom it has been told already, it does not know.
 */
@ApplicationModule(allowedDependencies = {"disk", "exchange", "line"})
@NullMarked
package jinbo.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
