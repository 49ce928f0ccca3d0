package jinbo.accesslog;

/**
 * A batch of registrations that a result vouches for.
 *
 * @param digest over them, see {@link RegistrationDigest}: 64 lower-case hex digits
 */
public record LoggedRegistrations(long batch, long revision, long count, String digest) {}
