/**
 * What the association shares of cases with the sector, month by month: counts of cases, never a case, and nothing by which a
 * consumer, a caller or a salesperson could be known. Keeps nothing.
 */
@NamedInterface("report")
@NullMarked
package jinbo.cases.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
