/**
 * The portal as a process of its own ({@code serve --portal}), without home, keys or access to tables. It sends portal
 * requests through two database tables that both sides reach only through functions. Only the commands that serve may
 * call this package.
 */
@NamedInterface("portal-remote")
@NullMarked
package jinbo.consumer.portal.remote;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
