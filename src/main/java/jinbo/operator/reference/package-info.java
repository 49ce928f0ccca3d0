/**
 * What people decide about the data that everything refers to: lines of business, working days, number segments. Operations come in,
 * results go out to whatever way they came by.
 */
@NullMarked
package jinbo.operator.reference;

import org.jspecify.annotations.NullMarked;
