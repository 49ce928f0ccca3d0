package jinbo.exchange.format;

import java.util.Optional;

public enum UploadScope {
    /** For every insurer of the row's lines of business; the default. */
    ALL,
    SELF;

    private static final UploadScope[] SCOPES = values();

    /** The scope that a file spells, in capitals or not. */
    public static Optional<UploadScope> of(CharSequence typed) {
        return KeywordMatcher.find(SCOPES, UploadScope::name, typed);
    }
}
