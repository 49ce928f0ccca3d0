/**
 * Every access to phone numbers comes in as an entry before the first number is read, and its end or failure as
 * another; every decision comes in with a digest of what it changed. Out go permits that open the tables of numbers,
 * and a signed tree head that is also kept outside the database, so that a later change is detected. Every area that
 * touches numbers or records decisions may call it; it knows insurers and files only as plain values.
 */
@ApplicationModule(
        allowedDependencies = {"platform :: error", "platform :: faultpoint", "platform :: files", "platform :: home"})
@NullMarked
package jinbo.accesslog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
