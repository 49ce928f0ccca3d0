/**
 * Finds conditions that need a person, in the records of all areas, and sends an alert when one is raised and when it
 * is resolved. Command line, console and metrics may call it.
 */
@NullMarked
package jinbo.operator.alert;

import org.jspecify.annotations.NullMarked;
