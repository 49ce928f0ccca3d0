/**
 * The portal as a process of its own ({@code serve --portal}): the same pages in a program that has no home, no key and no table, only a login
 * to the database with which it asks through the hatch. Knows what that login may be allowed; knows nothing of what is asked.
 */
@ApplicationModule(allowedDependencies = {"hatch", "portal", "web", "consumer", "sms", "home"})
@NullMarked
package jinbo.annex;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
