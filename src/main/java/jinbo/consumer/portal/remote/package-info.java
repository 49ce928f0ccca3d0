/**
 * The portal as a process of its own ({@code serve --portal}), without home, keys or access to tables. It sends portal
 * requests through two tables that both sides reach by database functions only. Only the commands that serve may call
 * it.
 */
@NamedInterface("portal-remote")
@NullMarked
package jinbo.consumer.portal.remote;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
