package jinbo.exchange.format;

/** The languages of messages to insurers. */
public enum MessageLanguage {
    EN,
    /** Simplified Chinese. */
    ZH
}
