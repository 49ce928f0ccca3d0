/**
 * What was known to whom when a call was made, put together by the program itself: statements with their sources and the entries
 * of the access log that vouch for them, and the finding that a rule proposes from them. People decide.
 */
@NamedInterface("evidence")
@NullMarked
package jinbo.cases.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
