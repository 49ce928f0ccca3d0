/**
 * Logs each access to phone numbers before the first number is read, and each decision with a digest of what it
 * changed. A permit ({@code AccessPermit}) opens the tables of phone numbers until the access ends. A signed tree head,
 * which is also stored outside the database, reveals later changes of the log. All areas that work with numbers or
 * record decisions may call this package. Insurers and files are plain values here.
 */
@ApplicationModule(
        allowedDependencies = {"platform :: error", "platform :: faultpoint", "platform :: files", "platform :: home"})
@NullMarked
package jinbo.accesslog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
