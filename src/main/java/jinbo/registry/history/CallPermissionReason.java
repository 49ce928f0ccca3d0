package jinbo.registry.history;

/** Why an insurer could, or could not, call a number for sales. */
public enum CallPermissionReason {
    /** A ban had begun and was not over. */
    BLOCKED,
    /** A ban was registered and had not begun. */
    NOT_YET,
    /** A ban was over. */
    OVER,
    /** The consumer's last choice did not name this insurer, nor its sector. */
    NOT_CHOSEN,
    /** The consumer had said that everybody may call. */
    CANCELLED,
    /** The number had changed hands. */
    RELEASED,
    /** The complaints that had brought a ban were taken back. */
    WITHDRAWN,
    /** No act had ever brought a ban. */
    NEVER_REGISTERED
}
