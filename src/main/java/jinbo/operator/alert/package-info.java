/** Finds conditions that need a person, and sends each when it is raised and when it is resolved. */
@NullMarked
package jinbo.operator.alert;

import org.jspecify.annotations.NullMarked;
