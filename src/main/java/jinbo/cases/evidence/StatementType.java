package jinbo.cases.evidence;

/** What a statement can say; how it is said stands with the commands, in both languages. */
public enum StatementType {
    /** When the call was, what for and in whose name, as the consumer tells it. */
    CALL,
    /** What it was to sell, as the consumer tells it. */
    LINE_NAMED,
    /** The consumer does not tell; of the insurer's lines one is looked at. */
    LINE_NOT_NAMED,
    /** The insurer never sold what the consumer tells; of its lines one is looked at. */
    LINE_NEVER_SOLD,
    PARTY,
    /** It was decided before, and one side did not accept that. */
    CONTESTED,
    INSURER_UNKNOWN,
    NUMBER_ERASED,
    FILED_BEFORE,
    /** The number that was shown is the insurer's service number. */
    CALLER_KNOWN,
    /** It is not recorded as the insurer's. */
    CALLER_NOT_KNOWN,
    CALLER_NOT_SHOWN,
    NO_ANSWER,
    ANSWER_ACCEPT,
    ANSWER_DISPUTE,
    ANSWER_EXEMPTION,
    /** Why the insurer does not accept a decision. */
    ANSWER_APPEAL,
    /** The claimed exemption holds on the day of the call. */
    EXEMPTION_HOLDS,
    EXEMPTION_DOES_NOT_HOLD,
    /** The call was in the hours in which nobody is called for sales. */
    HOURS_QUIET,
    /** It was so near to their border that clocks may differ. */
    HOURS_IN_DOUBT,
    HOURS_ALLOWED,
    TAKING_PART,
    /** A block had begun and was not over. */
    BAN_BLOCKED,
    /** A block was registered and had not begun. */
    BAN_NOT_YET,
    BAN_OVER,
    /** The consumer's last choice did not name the insurer. */
    BAN_NOT_CHOSEN,
    /** The consumer had said that everybody may call. */
    BAN_CANCELLED,
    /** The number had changed hands. */
    BAN_RELEASED,
    /** The complaints that had brought a block were taken back. */
    BAN_WITHDRAWN,
    /** No registration had ever brought a block. */
    BAN_NEVER_REGISTERED,
    /** The registration that set the first day. */
    ACT_BEGAN,
    /** The registration that set the first day after it. */
    ACT_SET_END,
    /** The registration since which there was none. */
    ACT_ENDED,
    /** The first list since which all that told of the line told of the block. */
    TOLD_BY_LIST,
    ACKNOWLEDGED,
    NOT_ACKNOWLEDGED,
    /** Which sales units have the list, by the insurer's own statement. */
    UNITS_TOLD,
    /** Since when the sales unit that called has it. */
    UNIT_OF_CALL_TOLD,
    /** The insurer has not said that the sales unit that called has it. */
    UNIT_OF_CALL_NOT_TOLD,
    /** The first list that told of it was withheld for a reason of the insurer's own. */
    WITHHELD,
    /** From which day on a call can be blamed on who had been told. */
    APPLIED_FROM,
    /** No list that was delivered before the call told of the block without interruption. */
    NOT_TOLD,
    /** With a clock that differs a little, the call broke no rule. */
    CLOCKS_IN_DOUBT
}
