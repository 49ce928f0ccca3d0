/**
 * The records of all areas below come in; alerts about what needs a person go out, each sent once when it is raised and
 * once when it is resolved. It reads what others have recorded and changes nothing of theirs; by which channel an alert
 * is sent is decided in {@code notification}. Command line, console and metrics may call it.
 */
@NullMarked
package jinbo.operator.alert;

import org.jspecify.annotations.NullMarked;
