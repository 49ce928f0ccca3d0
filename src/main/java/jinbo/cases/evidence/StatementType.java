package jinbo.cases.evidence;

/** The kinds of statements, which are also the keys of their messages in both languages. */
public enum StatementType {
    CALL,
    LINE_NAMED,
    LINE_NOT_NAMED,
    /** The insurer never sold the reported line; another one is assumed. */
    LINE_NEVER_SOLD,
    PARTY,
    CONTESTED,
    INSURER_UNKNOWN,
    NUMBER_ERASED,
    FILED_BEFORE,
    CALLER_KNOWN,
    CALLER_NOT_KNOWN,
    CALLER_NOT_SHOWN,
    NO_ANSWER,
    ANSWER_ACCEPT,
    ANSWER_DISPUTE,
    ANSWER_EXEMPTION,
    ANSWER_APPEAL,
    EXEMPTION_HOLDS,
    EXEMPTION_DOES_NOT_HOLD,
    HOURS_QUIET,
    /** The call was so near to the limit of the allowed hours that it depends on the clocks. */
    HOURS_IN_DOUBT,
    HOURS_ALLOWED,
    TAKING_PART,
    BAN_BLOCKED,
    BAN_NOT_YET,
    BAN_OVER,
    BAN_NOT_CHOSEN,
    BAN_CANCELLED,
    BAN_RELEASED,
    BAN_WITHDRAWN,
    BAN_NEVER_REGISTERED,
    ACT_BEGAN,
    /** The registration that set the end of the block. */
    ACT_SET_END,
    ACT_ENDED,
    /** The first list with the block, if all lists after it contained the block, too. */
    TOLD_BY_LIST,
    ACKNOWLEDGED,
    NOT_ACKNOWLEDGED,
    /** The sales units that have the list, as the insurer reports. */
    UNITS_TOLD,
    UNIT_OF_CALL_TOLD,
    UNIT_OF_CALL_NOT_TOLD,
    /** The first list with the block was withheld for a reason of the insurer's own. */
    WITHHELD,
    /** The day from which the insurer must have applied the list. */
    APPLIED_FROM,
    /** No list before the call contained the block without interruption. */
    NOT_TOLD,
    /** At a time within the clock tolerance, the call broke no rule. */
    CLOCKS_IN_DOUBT
}
