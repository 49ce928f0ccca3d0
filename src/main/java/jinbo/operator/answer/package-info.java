/**
 * Results of operations and exceptions come in; text in English or Chinese, the parts of a page, or JSON goes out.
 * {@code layout.properties} says what of a result is shown and in which order, {@code messages.properties} in which
 * words. Command line, console and local interface call it.
 */
@NullMarked
package jinbo.operator.answer;

import org.jspecify.annotations.NullMarked;
