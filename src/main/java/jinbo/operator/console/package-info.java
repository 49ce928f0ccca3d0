/**
 * Requests of signed-in operators, key officers and auditors come in; pages go out, and what people decide there is
 * an operation of the person who signed in. Permission, second person and access-log entry are therefore the same as at
 * the terminal. {@code serve} opens its port.
 */
@NullMarked
package jinbo.operator.console;

import org.jspecify.annotations.NullMarked;
