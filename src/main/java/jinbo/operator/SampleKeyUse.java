package jinbo.operator;

/** Where the published sample keys may be used. No option and no setting can select {@link #ANYWHERE}. */
public enum SampleKeyUse {
    IN_DEMOS,
    ANYWHERE
}
