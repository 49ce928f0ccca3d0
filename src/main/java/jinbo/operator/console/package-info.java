/**
 * Web pages for operators, key officers and auditors, which only {@code serve} has: what stands how, and what needs a person. Whatever
 * they do is one of the commands, carried out on the word of whoever signed in ({@link jinbo.operator.console.CommandRunner}); so a right, a second pair
 * of eyes and an entry of the access log are the same here and at the terminal. Reads what the packages below have recorded and
 * changes nothing itself.
 */
@NullMarked
package jinbo.operator.console;

import org.jspecify.annotations.NullMarked;
