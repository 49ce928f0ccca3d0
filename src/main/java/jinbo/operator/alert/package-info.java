/**
 * Looks for what needs a person: agreements, certificates, files, lists, cases, the access log, the calendar, decisions that take
 * two people, room on disks, and whether consumers are served; has the words for it, and sees that each is told once and once when
 * it is over. Reads what the packages below have recorded and changes nothing of theirs; on which ways it is told is not its
 * business.
 */
@NullMarked
package jinbo.operator.alert;

import org.jspecify.annotations.NullMarked;
