/** Finds conditions that need a person, and sends a notification when an alert is raised and when it is resolved. */
@NullMarked
package jinbo.operator.alert;

import org.jspecify.annotations.NullMarked;
