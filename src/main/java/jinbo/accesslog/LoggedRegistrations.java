package jinbo.accesslog;

/** A batch for which a result vouches, with its {@link RegistrationDigest}. */
public record LoggedRegistrations(long batch, long revision, long count, String digest) {}
