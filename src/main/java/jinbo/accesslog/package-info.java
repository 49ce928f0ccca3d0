/**
 * Every access to personal data, recorded before the first number is read and completed afterwards, and every
 * decision with a digest of what it changed. Entries are the leaves of a Merkle tree whose signed head is kept
 * outside the database too, so that a change is detected. Called by every area that touches numbers or records
 * decisions; knows insurers and files only as plain values.
 */
@ApplicationModule(allowedDependencies = {"platform :: faultpoint", "platform :: files", "platform :: home"})
@NullMarked
package jinbo.accesslog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
