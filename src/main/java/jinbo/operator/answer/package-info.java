/**
 * Renders results and exceptions as text, as parts of a page, or as JSON. {@code layout.properties} defines what is
 * shown in which order, {@code messages.properties} the texts. Command line, console and local interface call it.
 */
@NullMarked
package jinbo.operator.answer;

import org.jspecify.annotations.NullMarked;
