package jinbo.accesslog.tlog;

/**
 * A committed batch of acts that an entry vouches for.
 *
 * @param batch id of the batch
 * @param revision that it got
 * @param count of its acts
 * @param digest over keyed hashes of the acts, 64 lower-case hex digits
 */
public record EntryRegistrations(long batch, long revision, long count, String digest) {

    /** @throws IllegalArgumentException if a number or the digest cannot be */
    public EntryRegistrations {
        EntryLimits.count("batch", batch);
        EntryLimits.count("revision", revision);
        EntryLimits.count("count", count);
        EntryLimits.hex("digest", digest);
    }
}
