/** Operations on inbound files: release and refusal of held files, and withdrawal of uploads. */
@NullMarked
package jinbo.operator.upload;

import org.jspecify.annotations.NullMarked;
