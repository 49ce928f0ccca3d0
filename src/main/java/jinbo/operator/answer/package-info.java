/** Renders results and exceptions as text, page or JSON, for command line, console and local interface. */
@NullMarked
package jinbo.operator.answer;

import org.jspecify.annotations.NullMarked;
