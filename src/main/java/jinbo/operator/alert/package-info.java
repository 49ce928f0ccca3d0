/**
 * Finds conditions that need a person, in the records of all areas, and sends an alert when one is raised and when it
 * is resolved. It changes no records of others; {@code notification} sends the texts. Command line, console and metrics
 * may call it.
 */
@NullMarked
package jinbo.operator.alert;

import org.jspecify.annotations.NullMarked;
