package jinbo.accesslog;

/** Hashes of numbers that are stored under the keys of {@link SubjectKeys}. If there are some, a missing key is lost. */
@FunctionalInterface
public interface StoredHashes {

    boolean existFor(int year);
}
