/** Turns results and exceptions into text, JSON or parts of a page, for command line, console and local interface. */
@NullMarked
package jinbo.operator.answer;

import org.jspecify.annotations.NullMarked;
