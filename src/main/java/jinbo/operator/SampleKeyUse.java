package jinbo.operator;

/** Where the published sample keys may be used. No option or setting leads to {@link #ANYWHERE}. */
public enum SampleKeyUse {
    IN_DEMOS,
    ANYWHERE
}
