package jinbo.accesslog;

/** The batch of registrations that a result entry records, with its {@link RegistrationDigest}. */
public record LoggedRegistrations(long batch, long revision, long count, String digest) {}
