package jinbo.accesslog;

/**
 * A batch of registrations for which a result vouches.
 *
 * @param digest {@link RegistrationDigest}, 64 lower-case hex digits
 */
public record LoggedRegistrations(long batch, long revision, long count, String digest) {}
