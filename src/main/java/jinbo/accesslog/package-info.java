/**
 * Logs each access to phone numbers before the first number is read, and each decision with a digest of what it
 * changed. Permits open the tables of numbers; a signed tree head outside the database reveals later changes of the
 * log. All packages that work with numbers or decisions may call this one, which knows insurers and files only as plain
 * text.
 */
@ApplicationModule(
        allowedDependencies = {"platform :: error", "platform :: faultpoint", "platform :: files", "platform :: home"})
@NullMarked
package jinbo.accesslog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
