/**
 * The portal as a process of its own ({@code serve --portal}), without home, keys or access to tables. What a visitor
 * asks for goes out as a portal request through a pair of tables that both sides reach only by functions of the
 * database, and the answer comes back the same way. Only the commands that serve may call it.
 */
@NamedInterface("portal-remote")
@NullMarked
package jinbo.consumer.portal.remote;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
