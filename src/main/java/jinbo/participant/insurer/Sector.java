package jinbo.participant.insurer;

/** The line of business that an insurer belongs to; a complaint for all insurers means all of one sector. */
public enum Sector {
    /** Life insurance (人身保险). */
    LIFE,
    /** Property and casualty insurance (财产保险). */
    PROPERTY
}
