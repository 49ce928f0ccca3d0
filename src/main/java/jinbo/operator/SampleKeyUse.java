package jinbo.operator;

/** Where the published sample keys may be used. Nothing that can be typed or set leads to anything but the first. */
public enum SampleKeyUse {
    /** In homes that {@code demo} has made. */
    IN_DEMOS,
    /** Wherever a test plays. */
    ANYWHERE
}
