package jinbo.platform.http;

/** Paths that a port refuses with 404 before it reads the request body; a bean of the port's context. */
@FunctionalInterface
public interface RefusedPaths {

    /** @param path the path as sent, not decoded, without the query */
    boolean refuses(String path);
}
