package jinbo.registry;

/** Why a row cannot be taken back. */
public enum WithdrawalFault {
    /** The upload has no accepted row on that line. */
    LINE_UNKNOWN,
    /** It has been taken back before, or is by an earlier line of the same file. */
    ALREADY_WITHDRAWN
}
