package jinbo.exchange.format;

import java.util.Optional;

/** Which insurers a complaint blocks ({@code exchange-formats/complaints/v1}). */
public enum UploadScope {
    /** All insurers of the row's lines of business; the default. */
    ALL,
    SELF;

    private static final UploadScope[] SCOPES = values();

    public static Optional<UploadScope> of(CharSequence typed) {
        return KeywordMatcher.find(SCOPES, UploadScope::name, typed);
    }
}
