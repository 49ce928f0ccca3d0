/**
 * The web pages for operators, key officers and auditors. Every form is executed as an operation of the signed-in
 * person, so that permission, second person and access log are the same as for commands. {@code serve} opens the port.
 */
@NullMarked
package jinbo.operator.console;

import org.jspecify.annotations.NullMarked;
