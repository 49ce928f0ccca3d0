package jinbo.platform.http;

/** The value of the header {@code Content-Security-Policy} for all pages of a port. */
public record ContentSecurityPolicy(String directives) {

    static final ContentSecurityPolicy NOTHING = new ContentSecurityPolicy(
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
}
