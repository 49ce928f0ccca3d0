/**
 * The remote portal: the portal as a process of its own ({@code serve --portal}), without home directory, keys or
 * access to tables. It sends portal requests to the serving process through two tables, which both processes use by
 * database functions only. Only the commands that serve may call this package.
 */
@NamedInterface("portal-remote")
@NullMarked
package jinbo.consumer.portal.remote;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
