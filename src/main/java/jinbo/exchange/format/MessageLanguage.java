package jinbo.exchange.format;

public enum MessageLanguage {
    EN,
    ZH
}
