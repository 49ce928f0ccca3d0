package jinbo.operator.alert;

import java.util.List;
import java.util.function.Supplier;

/**
 * One thing that is looked at.
 *
 * @param what what, as a word that is the same in every language
 * @param concerns looks, and tells what needs a person
 */
record AlertCheck(String what, Supplier<List<Alert>> concerns) {}
