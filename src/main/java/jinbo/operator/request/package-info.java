/** What waits for a second person: a list of it, what it would do, and that the second person confirms or refuses it. */
@NullMarked
package jinbo.operator.request;

import org.jspecify.annotations.NullMarked;
