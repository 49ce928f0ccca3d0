/**
 * The past of one number: could an insurer call it at some moment, by which registration, which list had told it, who looked at it. Answered from
 * history, never from blocks. Joins what the registry, the uploads and the lists know; reads no table itself and keeps nothing.
 */
@NamedInterface("history")
@NullMarked
package jinbo.registry.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
