package jinbo.platform.http;

/** Paths of a port that are refused with 404 before anything of the request's body is read; a bean of the port's context. */
@FunctionalInterface
public interface RefusedPaths {

    /** @param path as it was sent, not decoded, without the query */
    boolean refuses(String path);
}
