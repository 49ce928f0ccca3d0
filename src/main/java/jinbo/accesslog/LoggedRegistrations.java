package jinbo.accesslog;

/**
 * A batch of registrations that a result vouches for.
 *
 * @param batch its id
 * @param revision that it got
 * @param count how many registrations it holds
 * @param digest over them, see {@link RegistrationDigest}: 64 lower-case hex digits
 */
public record LoggedRegistrations(long batch, long revision, long count, String digest) {}
