package jinbo.platform.http;

/**
 * What a browser may load for the pages of a port, and who may show them in a frame.
 *
 * @param directives as in a header {@code Content-Security-Policy}
 */
public record ContentSecurityPolicy(String directives) {

    static final ContentSecurityPolicy NOTHING = new ContentSecurityPolicy(
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
}
