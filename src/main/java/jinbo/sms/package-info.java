/**
 * Short messages to mobile numbers, through one port, {@link jinbo.sms.ShortMessages}: by the gateways that the settings name, or,
 * where the database is the home's own and none is named, into a file that the demo and the tests read. Keeps a message in memory
 * alone, and only while its gateway may still report that it has failed; knows nothing of what the messages say.
 */
@ApplicationModule(allowedDependencies = {"disk", "home", "line", "mobile"})
@NullMarked
package jinbo.sms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
