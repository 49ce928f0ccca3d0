package jinbo.registry;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Subject;
import jinbo.accesslog.SubjectKeys;
import jinbo.reference.phone.Mobile;
import org.springframework.stereotype.Component;

/** Finds earlier registrations of a number; also erased ones, if the keys of their hashes still exist. */
@Component
public record PastRegistrations(ReadOnlyNumberAccess numbers, SubjectKeys keys) {

    private static final String KNOWN = """
            select exists (select from registration_row r join unnest(?, ?) as s (epoch, hash)
                                  on r.subject = s.hash and r.subject_epoch = s.epoch)
            """;

    private static final String LAST_RELEASE = """
            select b.revision, b.registered_at from registration_batch b
            where b.kind = 'RELEASE' and b.id in (
                select batch from registration_row where (mobile / 1000)::int = (? / 1000)::int and mobile = ?
                union all
                select r.batch from registration_row r join unnest(?, ?) as s (epoch, hash)
                    on r.subject = s.hash and r.subject_epoch = s.epoch)
            order by b.revision desc limit 1
            """;

    /** A release of a number: its present holder must not see what was before. */
    public record Release(long revision, Instant at) {}

    /** The last release of a number, erased or not. */
    public Optional<Release> lastRelease(AccessPermit permit, Mobile mobile) {
        long number = mobile.value();
        Hashes hashes = hashesOf(mobile);
        return numbers
                .read(
                        permit,
                        connection -> NumberSql.query(
                                connection,
                                LAST_RELEASE,
                                (row, n) -> new Release(
                                        row.getLong(1),
                                        row.getObject(2, OffsetDateTime.class).toInstant()),
                                number,
                                number,
                                hashes.epochs(),
                                hashes.values()))
                .stream()
                .findFirst();
    }

    /** True if registrations of the number were erased. False also if the key of their hash is destroyed. */
    public boolean wereErased(AccessPermit permit, Mobile mobile) {
        Hashes hashes = hashesOf(mobile);
        return numbers.read(
                permit,
                connection -> NumberSql.query(
                                connection, KNOWN, (row, number) -> row.getBoolean(1), hashes.epochs(), hashes.values())
                        .get(0));
    }

    private record Hashes(Integer[] epochs, byte[][] values) {}

    private Hashes hashesOf(Mobile mobile) {
        List<Subject> subjects = keys.allSubjectsOf(mobile.value());
        return new Hashes(
                subjects.stream().map(Subject::epoch).toArray(Integer[]::new),
                subjects.stream()
                        .map(subject -> HexFormat.of().parseHex(subject.hmac()))
                        .toArray(byte[][]::new));
    }
}
