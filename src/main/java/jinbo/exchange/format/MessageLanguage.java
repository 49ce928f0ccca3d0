package jinbo.exchange.format;

/** The languages that messages to insurers are written in; codes are the same in both. */
public enum MessageLanguage {
    EN,
    /** Chinese, simplified. */
    ZH
}
